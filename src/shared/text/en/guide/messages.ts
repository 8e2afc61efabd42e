import type { ChapterText } from '../../../guide/chapter.ts'

export const messages: ChapterText = {
  title: 'Messages and what to do',
  blocks: [
    'These are the known messages of the service about a phone or about your rights. The wording may differ a little; the app recognizes them by key words and shows the advice beside the phone.',
    { kind: 'known', what: 'messages' },
    'Any other message is shown as it is. Before you ask Microsoft support about one, copy the correlation ID that is shown with a refused batch.',
  ],
}
