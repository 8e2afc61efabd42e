import { fail, succeed } from '../../../src/shared/result.ts'
import type { HistoryBatch } from '../../../src/shared/run/batch-history.ts'
import type { RunsOnDisk } from '../../../src/shared/run/past-run.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import { text } from '../../../src/shared/text/index.ts'
import { ofAnyValue } from './any-value.ts'
import {
  batchHistoryOf,
  batchIdOf,
  everyRun,
  historyPhones,
  longRuns,
  manyRuns,
  oneRetry,
  threeRuns,
} from './example-history.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import type { Screen } from './screens.ts'
import { mainWith, real, signedOut, simulated } from './scripted-mains.ts'

const { frame, history: words } = text.window

const mainOf = (
  runs: RunsOnDisk,
  batches: readonly HistoryBatch[] = [],
  session: SessionState = real,
): ScriptedMain => ({
  ...mainWith(session),
  'history:runs': () => succeed(runs),
  'history:batches': () => succeed(batches),
  'history:batch': () => succeed(historyPhones(100)),
})

async function open({ page }: PageAlone): Promise<void> {
  await page.getByRole('navigation').getByText(frame.pages.history).click()
  await page.getByRole('heading', { name: words.title, exact: true }).waitFor()
}

async function openBatchHistory(alone: PageAlone): Promise<void> {
  await open(alone)
  await alone.page.getByRole('tab', { name: words.tabs.batches }).click()
}

const noAnswer = () =>
  fail({
    kind: 'service' as const,
    ...text.run.historyFailed("admin.simulated.example didn't answer in time."),
  })

/** The name of a button of the run of this list, whenever it was. */
const buttonOf = (button: (run: string) => string, list: string): RegExp =>
  ofAnyValue((when) => button(words.runs.named(list, when)))

const never = new Promise<never>(() => {})

/** The page of the past in every state. */
export const historyScreens: readonly Screen[] = [
  { name: 'history-none', main: mainOf({ runs: [], unreadable: [] }), arrange: open },
  {
    name: 'history-three',
    main: mainOf(threeRuns, batchHistoryOf(3)),
    async arrange(alone) {
      await open(alone)
      await alone.page.getByRole('row').nth(1).focus()
    },
  },
  { name: 'history-every-run', main: mainOf(everyRun, batchHistoryOf(12)), arrange: open },
  {
    name: 'history-every-run-end',
    main: mainOf(everyRun, batchHistoryOf(12), simulated),
    async arrange(alone) {
      await open(alone)
      await alone.page.getByRole('row').nth(1).focus()
      await alone.page.keyboard.press('End')
      await alone.page.getByText(words.runs.state.unreadable).first().waitFor()
    },
  },
  { name: 'history-many-runs', main: mainOf(manyRuns, batchHistoryOf(200)), arrange: open },
  { name: 'history-long-names', main: mainOf(longRuns), arrange: open },
  {
    name: 'history-report',
    main: mainOf(oneRetry),
    async arrange(alone) {
      await open(alone)
      await alone.page
        .getByRole('button', { name: buttonOf(words.runs.reportRun, 'phones-300.csv') })
        .first()
        .click()
      await alone.page.getByRole('dialog').getByRole('checkbox').first().waitFor()
    },
  },
  {
    name: 'history-delete-unfinished',
    main: mainOf(everyRun),
    async arrange(alone) {
      await open(alone)
      await alone.page
        .getByRole('button', { name: buttonOf(words.runs.deleteRun, 'head-office.csv') })
        .click()
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'history-delete-finished',
    main: mainOf(threeRuns),
    async arrange(alone) {
      await open(alone)
      await alone.page.getByRole('button', { name: buttonOf(words.runs.deleteRun, 'phones-300.csv') }).click()
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'history-delete-retry',
    main: mainOf(oneRetry),
    async arrange(alone) {
      await open(alone)
      await alone.page.getByRole('button', { name: buttonOf(words.runs.deleteRun, 'phones-300.csv') }).click()
      await alone.page.getByRole('dialog').getByText(words.remove.retryBody).waitFor()
    },
  },
  { name: 'record-signed-out', main: mainOf(threeRuns, [], signedOut), arrange: openBatchHistory },
  { name: 'record-none', main: mainOf(threeRuns), arrange: openBatchHistory },
  {
    name: 'record-loading',
    main: { ...mainOf(threeRuns), 'history:batches': () => never },
    arrange: openBatchHistory,
  },
  {
    name: 'record-failed',
    main: { ...mainOf(threeRuns), 'history:batches': noAnswer },
    async arrange(alone) {
      await openBatchHistory(alone)
      await alone.page.getByRole('button', { name: words.tryAgain }).waitFor()
    },
  },
  { name: 'record-many', main: mainOf(manyRuns, batchHistoryOf(200)), arrange: openBatchHistory },
  {
    name: 'record-phones',
    main: mainOf(manyRuns, batchHistoryOf(200), simulated),
    async arrange(alone) {
      await openBatchHistory(alone)
      await alone.page
        .getByRole('button', { name: ofAnyValue(words.batchHistory.showPhones) })
        .nth(2)
        .click()
      await alone.page.getByRole('button', { name: words.batch.copyPhones }).waitFor()
    },
  },
  {
    name: 'record-elsewhere',
    main: mainOf(threeRuns, batchHistoryOf(12)),
    async arrange(alone) {
      await openBatchHistory(alone)
      await alone.page.getByRole('button', { name: new RegExp(words.batchHistory.elsewhere) }).click()
    },
  },
  {
    name: 'record-none-elsewhere',
    main: mainOf(manyRuns, batchHistoryOf(2)),
    async arrange(alone) {
      await openBatchHistory(alone)
      await alone.page.getByRole('button', { name: new RegExp(words.batchHistory.elsewhere) }).click()
      await alone.page.getByText(words.batchHistory.noneElsewhere.title).waitFor()
    },
  },
  {
    name: 'record-phones-failed',
    main: {
      ...mainOf(manyRuns, [{ batchId: batchIdOf(1), batchStatus: 'Completed', runId: 'gone' }]),
      'history:batch': noAnswer,
    },
    async arrange(alone) {
      await openBatchHistory(alone)
      await alone.page.getByRole('button', { name: words.batchHistory.showPhonesOf(batchIdOf(1)) }).click()
      await alone.page.getByRole('button', { name: words.tryAgain }).waitFor()
    },
  },
]
