import type { ChapterText } from '../../../guide/chapter.ts'
import { run } from '../window/run.ts'
import { unconfirmed } from '../window/unconfirmed.ts'
import { unfinished } from '../window/unfinished.ts'

export const interruptedRuns: ChapterText = {
  title: 'If a run was interrupted',
  blocks: [
    'Nothing is lost if you stop watching, the network fails, or the app or the computer stops in the middle of a run. Microsoft continues with the phones already submitted, and the app writes each step to disk before it takes it.',
    {
      kind: 'list',
      items: [
        `**Watching was stopped**: **${run.watchAgain}** continues it, even hours later. The app asks you before it submits batches that were still in the queue.`,
        `**The app was closed or the computer restarted**: open the app and sign in to the same tenant. The app offers runs that are not finished: **${unfinished.resume}** continues the run where it stopped, **${unfinished.show}** only opens it. Runs of another tenant wait until you sign in to it. All runs are on the page **History**.`,
        "**Another window, terminal or computer has the run**: the app says which and since when, also in **History**. A run that was killed on this computer is taken over at once. If the app can't tell whether the other one still runs (on another computer, in a container or in WSL), it leaves the run alone and names a file: delete it only if nobody watches the run there any more. If somebody still does, the other one stops by itself before it submits anything more.",
        `**The network failed**: the app tries again by itself and says when; **${run.strip.lookNow}** tries at once. The app never sends a batch again just because its answer was lost: it looks for it in the batch history.`,
        `**A batch no longer changes**: after 20 minutes, the app says so. Large batches take longer and may get stuck, and the service can't be asked to cancel one: look by hand, or stop watching and come back later.`,
      ],
    },
    { kind: 'picture', name: 'unfinished', shows: 'An unfinished run, offered at the next start' },
    { kind: 'heading', text: 'Unconfirmed submissions' },
    `The answer of the service was lost, and the batch history has no batch, or several, that may be this one. The app never sends such a batch again by itself. **${unconfirmed.look}** shows each batch in the history that may be it: when it was asked for, its status, and how many phones it has in common with yours. Then you decide:`,
    {
      kind: 'picture',
      name: 'unconfirmed',
      shows: 'An unconfirmed submission, and what the batch history has',
    },
    {
      kind: 'list',
      items: [
        `**${unconfirmed.adopt('…')}**, if it has exactly these phones and its time fits. ${unconfirmed.adoptMeans}`,
        `**${unconfirmed.submitAgain}**, if the batch history has none, some minutes after the batch was submitted. ${unconfirmed.submitAgainMeans} This isn't offered while the batch history can't be read.`,
        `**${unconfirmed.refused}**, if an answer came that the app doesn't recognize as the service's, but you do: for example, a missing role in your tenant's own words. ${unconfirmed.refusedMeans}`,
        `**${unconfirmed.leave}**, if you can't tell. ${unconfirmed.leaveMeans}`,
      ],
    },
    'At the terminal (`cli`), `settle` does the same. Without a decision, it shows the evidence and the command for each decision, and asks if somebody can answer. A script names the decision:',
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
    'In two cases, the app submits no further batch and resets no further password. It still watches the phones already submitted.',
    {
      kind: 'list',
      items: [
        'An answer came that is not recognizably the service’s: for example, a page of a proxy. Since that may replace any answer, the other batches wait until it is clear what it means. The app looks for the batch in the batch history and continues by itself if it is there; otherwise, decide as above.',
        "Half of a batch or more failed for the same reason: for example, an address that isn't trusted yet, or a policy that all accounts lack. Fix that first if you can, then sign in the others (at the terminal: `resume RUN --keep-going`).",
      ],
    },
    { kind: 'heading', text: 'Copies and backups of the data folder' },
    "A copy of the folder, or an older journal from a backup, doesn't have what was submitted since. So before a resumed run submits anything, the app looks for its phones in the batch history. It tracks a batch with exactly these phones. If a batch has only some of them, or the history doesn't say, you decide as above. If the history can't be read, nothing is submitted: resume the run later. Don't resume the same run on two computers at the same time: if both submit within the same second, neither can see the other.",
    { kind: 'heading', text: 'Look by hand' },
    '**History** also shows the batch history: all batches that the service knows. To look by hand, in Windows PowerShell:',
    {
      kind: 'code',
      text: 'Connect-MicrosoftTeams\nGet-CsSdgBulkSignInRequestsSummary\n(Get-CsSdgBulkSignInRequestStatus -BatchId "ID of the batch").BatchItem | Format-Table',
    },
    'The service keeps batches in that list for 30 days.',
  ],
}
