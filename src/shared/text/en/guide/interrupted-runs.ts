import type { ChapterText } from '../../../guide/chapter.ts'
import { run } from '../window/run.ts'

export const interruptedRuns: ChapterText = {
  title: 'If a run was interrupted',
  blocks: [
    'Nothing is lost when you stop watching, when the network fails, or when the app or the computer ends in the middle of a run. The service goes on by itself with every batch that it has, and the app writes each step to disk before it takes it.',
    {
      kind: 'list',
      items: [
        `**Watching was stopped**: **${run.watchAgain}** takes it up, also after hours. Batches that were still in the queue are submitted then.`,
        `**The app was closed or the computer restarted**: open the app, sign in to the same tenant, open the run on the page **History**, and choose **${run.watchAgain}**.`,
        '**The network failed**: the app tries again by itself and says when. A batch whose answer was lost is never sent twice on the off chance: the app looks in the record of the service whether it is there.',
        '**The app cannot tell whether a batch was taken**: it says so, and leaves the decision to you. Compare the hardware IDs of the batches that the service lists before you decide.',
      ],
    },
    'The page **History** also shows what the service itself has on record. To look by hand, in Windows PowerShell:',
    {
      kind: 'code',
      text: 'Connect-MicrosoftTeams\nGet-CsSdgBulkSignInRequestsSummary\n(Get-CsSdgBulkSignInRequestStatus -BatchId "ID of the batch").BatchItem | Format-Table',
    },
    'The service keeps batches in that list for 30 days.',
  ],
}
