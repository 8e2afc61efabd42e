import type { ChapterText } from '../../../guide/chapter.ts'
import { phones } from '../window/phones.ts'
import { run } from '../window/run.ts'
import { table } from '../window/table.ts'

const { status } = table

export const results: ChapterText = {
  title: 'Read the results',
  blocks: [
    {
      kind: 'table',
      columns: ['Status', 'Meaning'],
      rows: [
        [`**${status['signed in']}**`, 'The service says that the phone is signed in.'],
        [
          `**${status.failed}**`,
          'The service says why, and the app says what to do. All messages are in [Messages and what to do](messages).',
        ],
        [`**${status['signing in']}**`, "The service has the phone, but hasn't said how it ended."],
        [`**${status.queued}**`, 'The batch of this phone waits its turn. Nothing has been sent yet.'],
        [
          `**${status.unknown}**`,
          "We couldn't confirm that Microsoft received the batch, or the service never said how the phone ended. Look at the phone, and at the tab **Batches**, before you send it again.",
        ],
        [
          `**${status['not sent']}**`,
          "This run didn't send the phone and won't: another run has it, or the queue of this run was discarded. Sign it in with another run if it still needs to be.",
        ],
        [
          `**${status['left out']}**`,
          'The row was not sent, because it had an error, another run had the phone, or a run had signed it in during the last 7 days. Correct it in the list, wait for that run, or include it, and sign it in with another one.',
        ],
      ],
    },
    `**${run.strip.failedFirst}** moves the failed phones to the top. **${run.strip.why}** counts them by reason: often one missing policy explains them all.`,
    { kind: 'picture', name: 'results', shows: 'A finished run, with the reasons of the phones that failed' },
    { kind: 'heading', text: 'What next' },
    {
      kind: 'list',
      items: [
        `Fix the causes. Correct failed and left-out rows in the table; then **${phones.signIn.again(6, 4)}** (the button has your own numbers) signs them in as a new run that names this one. The records of this run stay as they were.`,
        `Select rows (Space, Shift, Ctrl+A for all that pass the filter) to retry, export, copy or leave out only these. **${run.failures.retryThese(4)}** beside a reason retries its phones.`,
        `A run that you open from History, without its list, has **${run.retryFailed}**.`,
        `**${run.export}** saves every row of your file with its status, what the service said, its batch ID and what to do. The file opens in Excel; a cell that could be taken for a formula begins with an apostrophe.`,
        `**${run.report}**, also beside each run in History, saves a report to hand over, as a PDF or as an HTML file without scripts: tenant, site, dates, every phone with its final status over all runs of the list, what failed and what to do, and the provisioning URLs. A report of a simulated tenant says so on each page.`,
        `**${run.exportFailed}** saves the failed rows as a phone list that you can open later.`,
        `**${run.copySummary}** copies counts, batch IDs, reasons and the correlation IDs that Microsoft support asks for, for a ticket. It has no usernames of phones unless you select **${run.copySummaryNames}** among the failures.`,
      ],
    },
    'If a phone shows error 401 on its display although it is signed in here, look at these in this order: the sign-in of the phone, the Teams Phone configuration of the account, the device itself, Direct Routing.',
  ],
}
