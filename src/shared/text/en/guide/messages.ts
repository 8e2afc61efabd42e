import type { ChapterText } from '../../../guide/chapter.ts'

export const messages: ChapterText = {
  title: 'Messages and what to do',
  blocks: [
    'These are the messages that the service is known to give about a phone, or about your rights. It may word them somewhat differently; the app recognises them by their telling words and shows the advice beside the phone.',
    { kind: 'known', what: 'messages' },
    'Any other message is shown as it came. Before you ask Microsoft support about one, copy the correlation ID that is shown with a refused batch.',
  ],
}
