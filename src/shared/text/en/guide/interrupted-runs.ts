import type { ChapterText } from '../../../guide/chapter.ts'
import { run } from '../window/run.ts'
import { unconfirmed } from '../window/unconfirmed.ts'
import { unfinished } from '../window/unfinished.ts'

export const interruptedRuns: ChapterText = {
  title: 'If a run was interrupted',
  blocks: [
    'Nothing is lost when you stop watching, when the network fails, or when the app or the computer ends in the middle of a run. The service goes on by itself with every batch that it has, and the app writes each step to disk before it takes it.',
    {
      kind: 'list',
      items: [
        `**Watching was stopped**: **${run.watchAgain}** continues it, also after hours. Batches that were still in the queue are submitted then, after you have been asked.`,
        `**The app was closed or the computer restarted**: open the app and sign in to the same tenant. Runs that are not finished are offered there: **${unfinished.resume}** takes the run up where it stopped, **${unfinished.show}** only opens it. Runs of another tenant are named and wait until you sign in to it. All runs are on the page **History**.`,
        '**Another window, terminal or computer has the run**: the app says which and since when, in **History**, too. What was killed on this computer is taken over at once. Where the app cannot see whether the other one still runs, as on another computer, in a container or in WSL, it leaves the run alone and names a file: delete it only if nobody watches the run there any more. If somebody does after all, the other one stops by itself before it submits anything more.',
        `**The network failed**: the app tries again by itself and says when; **${run.strip.lookNow}** does not wait for that. A batch whose answer was lost is never sent twice on the off chance: the app looks for it in the batch history.`,
        `**A batch does not change any more**: after 20 minutes the app says so. Large batches take longer and may get stuck, and the service cannot be asked to cancel one: look by hand, or stop watching and come back later.`,
      ],
    },
    { kind: 'picture', name: 'unfinished', shows: 'A run that is offered at the next start' },
    { kind: 'heading', text: 'Unconfirmed submissions' },
    `The answer of the service was lost, and the batch history has no batch, or several, that may be this one. The app never sends such a batch again by itself. **${unconfirmed.look}** shows what the batch history has: each batch that may be it, when it was asked for, how it stands and how many phones it has in common with yours. Then it is for you to say:`,
    {
      kind: 'picture',
      name: 'unconfirmed',
      shows: 'An unconfirmed submission, and what the batch history has',
    },
    {
      kind: 'list',
      items: [
        `**${unconfirmed.adopt('…')}**, if it has exactly these phones and its time fits. ${unconfirmed.adoptMeans}`,
        `**${unconfirmed.submitAgain}**, if the batch history has none, some minutes after the batch was submitted. ${unconfirmed.submitAgainMeans} As long as the batch history cannot be read, this is not offered.`,
        `**${unconfirmed.refused}**, where an answer came that the app does not know for the service's and you do: a missing role in words of your tenant, say. ${unconfirmed.refusedMeans}`,
        `**${unconfirmed.leave}**, if you cannot tell. ${unconfirmed.leaveMeans}`,
      ],
    },
    'At the terminal (`cli`), for those who use it, `settle` does the same. Without a decision it shows the evidence and the command for each decision, or asks if somebody sits there. A script names the decision:',
    {
      kind: 'list',
      items: [
        '`settle RUN --batch 1 --adopt BATCH-ID`',
        '`settle RUN --batch 1 --submit-again --yes`',
        '`settle RUN --batch 1 --refused`',
        '`settle RUN --batch 1 --leave`',
      ],
    },
    { kind: 'heading', text: 'If further batches are held back' },
    'The app submits no further batch, and resets no further password, in two cases. What was submitted is watched all the same.',
    {
      kind: 'list',
      items: [
        'An answer came that is not recognisably the service’s: a page of a proxy, say. It may stand in the place of any answer, so the others wait until it is clear what it means. The app looks for the batch in the batch history and goes on by itself if it is there; else decide about it as above.',
        'Half of a batch or more failed for one and the same reason: an address that is not trusted yet, a policy that all accounts lack. Put that right first if you can, then sign the others in. At the terminal `resume RUN --keep-going` does so.',
      ],
    },
    { kind: 'heading', text: 'Copies and backups of the data folder' },
    "A copy of the folder, or an older journal from a backup, doesn't know what was submitted since. So before a resumed run submits anything, the app looks in the batch history for the same phones. A batch with exactly these phones is taken over. If a batch has only some of them, or the history doesn't tell, the app asks you as above. If the history can't be read, nothing is submitted: resume the run later. Don't resume the same run on two computers at the same time: if both submit within the same second, neither can see the other.",
    { kind: 'heading', text: 'Look by hand' },
    'The page **History** also shows the batch history, the batches that the service itself knows. To look by hand, in Windows PowerShell:',
    {
      kind: 'code',
      text: 'Connect-MicrosoftTeams\nGet-CsSdgBulkSignInRequestsSummary\n(Get-CsSdgBulkSignInRequestStatus -BatchId "ID of the batch").BatchItem | Format-Table',
    },
    'The service keeps batches in that list for 30 days.',
  ],
}
