import type { ChapterText } from '../../../guide/chapter.ts'
import { doubt } from '../window/doubt.ts'
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
        `**The app cannot tell whether a batch was taken**: it says so, never sends the batch again by itself, and its phones stay unknown until you decide. **${doubt.look}** compares the batch with what the service has on record.`,
      ],
    },
    'The evidence names each batch of the record that may be the one: when it was asked for, what the service says of it, and how many phones both have in common. You decide which of these it is, or that the service never took the batch, or you leave it unknown:',
    {
      kind: 'list',
      items: [
        `**${doubt.adopt('…')}** if it has exactly these phones and its time fits. Nothing is sent again.`,
        `**${doubt.submitAgain}** if the record has none, some minutes after the batch was submitted. The passwords of its accounts are reset then, so you are asked first. As long as the record cannot be read, this is not offered.`,
        `**${doubt.leave}** if you cannot tell. Nothing is sent, and the run can end.`,
      ],
    },
    'At the terminal (`cli`), for those who use it, `settle` does the same. Without a decision it shows the evidence and the command for each decision, or asks if somebody sits there. A script names the decision:',
    {
      kind: 'list',
      items: [
        '`settle RUN --batch 1 --adopt BATCH-ID`',
        '`settle RUN --batch 1 --submit-again --yes`',
        '`settle RUN --batch 1 --leave`',
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
