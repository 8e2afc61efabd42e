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
          'The service says why, and the app what to do about it. All messages are in [Messages and what to do](messages).',
        ],
        [`**${status['signing in']}**`, 'The service has the phone, and has not said how it ended.'],
        [`**${status.queued}**`, 'The batch of this phone waits for its turn. Nothing was sent yet.'],
        [
          `**${status.unknown}**`,
          'It is not known whether the service took the batch, or it never told how the phone ended. Look at the phone, and at the tab **Batches**, before you send it again.',
        ],
        [
          `**${status['not sent']}**`,
          "This run won't send the phone, and never did: another run has it, or the queue of this run was discarded. Sign it in with another run if you still want to.",
        ],
        [
          `**${status['left out']}**`,
          'The row was not sent, because it had an error, another run had the phone, or a run had signed it in during the last 7 days. Correct it in the list, wait for that run, or include it, and sign it in with another one.',
        ],
      ],
    },
    `**${run.strip.failedFirst}** brings the failed phones to the top. **${run.strip.why}** counts them by reason: often one missing policy explains them all.`,
    { kind: 'picture', name: 'results', shows: 'A finished run, with the reasons of the phones that failed' },
    { kind: 'heading', text: 'What next' },
    {
      kind: 'list',
      items: [
        `Put the causes right. Failed rows and those that were left out can be corrected where they stand; then **${phones.signIn.again(6, 4)}**, or what the button counts for you, signs them in as a new run that names this one. What this run has recorded stays as it was.`,
        `Select rows (Space, Shift, Ctrl+A for all that pass the filter) to retry, export, copy or leave out just these. **${run.failures.retryThese(4)}** beside a reason tries its phones again.`,
        `A run that you open from History, without its list, has **${run.retryFailed}**.`,
        `**${run.export}** saves every row of your file with its status, what the service said, its batch ID and what to do. The file opens in Excel; a cell that could be taken for a formula begins with an apostrophe.`,
        `**${run.report}**, also beside each run in History, saves a report to hand over, as a PDF or as an HTML file without scripts: tenant, site, dates, every phone with its final status over all runs of the list, what failed and what to do, and the provisioning URLs. A report of a simulated tenant says so on each page.`,
        `**${run.exportFailed}** saves the failed rows as a phone list, to be opened here later.`,
        `**${run.copySummary}** puts counts, batch IDs, reasons and the correlation IDs that Microsoft support asks for on the clipboard, for a ticket. No username of a phone stands in it, unless you choose **${run.copySummaryNames}** among the failures.`,
      ],
    },
    'A phone that shows error 401 on its own display, though it is signed in here, is another matter: the cause can lie with the sign-in of the phone, the Teams Phone configuration of the account, the device itself, or Direct Routing. Look in that order.',
  ],
}
