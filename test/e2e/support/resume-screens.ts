import { failureWords } from '../../../src/shared/gateway/failure-words.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { noPhones } from '../../../src/shared/run/counts.ts'
import type { Candidate } from '../../../src/shared/run/evidence.ts'
import type { PastRun } from '../../../src/shared/run/past-run.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import { text } from '../../../src/shared/text/index.ts'
import { batchIdOf, long, longRuns, pastRunOf } from './example-history.ts'
import { manyPhones, threePhones } from './example-lists.ts'
import { type ExampleRun, exampleRun, operator, realTenant } from './example-run.ts'
import { startButton } from './operator.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import type { Screen } from './screens.ts'
import { mainWith, real } from './scripted-mains.ts'

const { unconfirmed, frame, phones, run: words, table } = text.window

const counts = { ...noPhones, queued: 100, 'signing in': 41, 'signed in': 152, failed: 7 }
const crashed = pastRunOf(1, {
  listName: 'phones-300.csv',
  operator: { username: 'night.shift@contoso.com' },
  watching: { kind: 'stopped', reason: 'ended' },
  counts,
  toSubmit: { phones: 100, batches: 1 },
})
const others: readonly PastRun[] = [
  pastRunOf(2, { watching: { kind: 'stopped', reason: 'closing' } }),
  pastRunOf(3, { listName: 'north-wing.csv', watching: { kind: 'watching' } }),
  ...[4, 5].map((number) =>
    pastRunOf(number, {
      tenant: { ...realTenant, id: 'fabrikam', name: 'Fabrikam' },
      watching: { kind: 'stopped', reason: 'operator' },
    }),
  ),
]

const mainOf = (runs: readonly PastRun[], session: SessionState = real): ScriptedMain => ({
  ...mainWith(session, threePhones),
  'history:runs': () => succeed({ runs, unreadable: [] }),
})

const goToPhones = ({ page }: PageAlone): Promise<void> =>
  page.getByRole('navigation').getByText(frame.pages.phones).click()

/** A tenant, a list and an operator whose names are as long as anybody makes them. */
const longSession = { ...real, tenant: long.tenant, operator: long.operator } as SessionState

/** A run of this many phones in a real tenant, written by hand and pushed as main would. */
async function run(
  alone: PageAlone,
  many: number,
  write: (run: ExampleRun) => void,
  { regions = false, names = { listName: `phones-${many}.csv`, tenant: realTenant, operator } } = {},
) {
  const plan = planRun(checkPhones(manyPhones(many, regions), 'NOAM'))
  const written = exampleRun(plan, names.listName, names.tenant, names.operator)
  write(written)
  await alone.page.getByRole('navigation').waitFor()
  await goToPhones(alone)
  await alone.push('run:events', written.events())
  await alone.page.getByRole('grid').waitFor()
}

const lost = {
  kind: 'unreachable',
  sent: 'maybe',
  why: { code: 'written', sentence: 'The connection to the service broke off.' },
} as const

/** Stopped with unconfirmed submissions, and as many more waiting as are not submitted. */
function stoppedUnconfirmed(
  run: ExampleRun,
  submitted: readonly number[],
  lostBatches: readonly number[] = [1],
): void {
  for (const batch of submitted) run.submit(batch)
  for (const batch of submitted) {
    run.report(batch, 100)
    run.finishBatch(batch)
  }
  for (const batch of lostBatches)
    run.add(
      { type: 'BatchSubmitting', batch, attempt: 1 },
      { type: 'BatchOutcomeUnknown', batch, failure: lost },
    )
  run.add({ type: 'WatchStopped', reason: 'undecided' })
}

/** Minutes before or, below zero, after the run submitted its batches. */
const asked = (minutesBefore: number): string =>
  new Date(Date.now() - 240_000 - minutesBefore * 60_000).toISOString()

const candidates: readonly Candidate[] = [
  {
    batchId: batchIdOf(7),
    requestTime: asked(-1),
    userId: '3f2b1a00-5c4d-4e6f-8a7b-9c0d1e2f3a4b',
    requestedBy: 'you',
    batchStatus: 'InProgress',
    size: 100,
    matching: 100,
    isExact: true,
    isEarlier: false,
  },
  {
    batchId: batchIdOf(8),
    requestTime: asked(29),
    userId: '7d6c5b4a-1f2e-4d3c-9b8a-0a1b2c3d4e5f',
    requestedBy: 'somebody-else',
    batchStatus: 'Completed',
    size: 100,
    matching: 97,
    isExact: false,
    isEarlier: true,
  },
]

/** As many as a colleague leaves behind who tried all morning. */
const manyCandidates: readonly Candidate[] = Array.from({ length: 12 }, (_, index) => ({
  batchId: batchIdOf(index + 7),
  requestTime: asked(index * 9 - 1),
  batchStatus: index < 3 ? 'InProgress' : 'Completed',
  size: 100 - index,
  matching: 100 - index * 8,
  isExact: index === 0,
  isEarlier: index > 0,
}))

const mainKnowing = (found: readonly Candidate[], session: SessionState = real): ScriptedMain => ({
  ...mainOf([], session),
  'run:evidence': () => succeed(found),
})

async function lookAtEvidence(alone: PageAlone, submitted: readonly number[] = [0, 2]): Promise<void> {
  await run(alone, 300, (written) => stoppedUnconfirmed(written, submitted))
  await alone.page
    .getByRole('button', { name: unconfirmed.lookAt(2) })
    .first()
    .click()
  await alone.page.getByRole('dialog').waitFor()
}

const choose = ({ page }: PageAlone, choice: string): Promise<void> =>
  page.getByRole('radio', { name: choice }).check()

/** The window where a run is taken up again, is unconfirmed, or stands still. */
export const resumeScreens: readonly Screen[] = [
  { name: 'offer-line', main: mainOf([crashed]) },
  { name: 'offer-line-several', main: mainOf([crashed, ...others]) },
  { name: 'offer-card', main: mainOf([crashed]), arrange: goToPhones },
  { name: 'offer-card-several', main: mainOf([crashed, ...others]), arrange: goToPhones },
  { name: 'offer-other-tenants', main: mainOf(others.slice(1)), arrange: goToPhones },
  {
    name: 'offer-beside-list',
    main: mainOf([crashed]),
    async arrange(alone) {
      await alone.page.getByRole('navigation').waitFor()
      await alone.page.keyboard.press('Control+o')
      await alone.page.getByRole('grid').waitFor()
    },
  },
  { name: 'offer-line-long-names', main: mainOf(longRuns.runs, longSession) },
  { name: 'offer-card-long-names', main: mainOf(longRuns.runs, longSession), arrange: goToPhones },
  {
    name: 'confirm-long-names',
    main: mainOf([], longSession),
    async arrange(alone) {
      await run(
        alone,
        500,
        (written) => {
          written.submit(0)
          written.add({ type: 'WatchStopped', reason: 'closing' })
        },
        { names: long },
      )
      await alone.page.getByRole('button', { name: words.watchAgain }).click()
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'confirm-resume',
    main: mainOf([]),
    async arrange(alone) {
      await run(alone, 300, (written) => {
        written.submit(0)
        written.report(0, 60)
        written.add({ type: 'WatchStopped', reason: 'closing' })
      })
      await alone.page.getByRole('button', { name: words.watchAgain }).click()
      await alone.page.getByRole('dialog').getByRole('checkbox').check()
    },
  },
  {
    name: 'confirm-leaves-run-behind',
    main: mainOf([]),
    async arrange(alone) {
      await run(alone, 300, (written) => {
        written.submit(0)
        written.add({ type: 'WatchStopped', reason: 'operator' })
      })
      await alone.page.keyboard.press('Control+o')
      await alone.page.getByLabel(phones.region, { exact: true }).selectOption('EMEA')
      await alone.page.getByRole('button', { name: startButton() }).click()
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'in-unconfirmed',
    main: mainKnowing(candidates),
    async arrange(alone) {
      await run(alone, 300, (written) => stoppedUnconfirmed(written, [0, 2]))
      await alone.page.getByRole('tab', { name: table.panel.batches }).click()
    },
  },
  {
    name: 'unconfirmed-several',
    main: mainKnowing(candidates, longSession),
    async arrange(alone) {
      await run(alone, 800, (written) => stoppedUnconfirmed(written, [0, 2, 5], [1, 3, 4, 6]), {
        names: long,
      })
      await alone.page.getByRole('tab', { name: table.panel.batches }).click()
    },
  },
  {
    name: 'unconfirmed-elsewhere',
    floats: true,
    main: mainKnowing(candidates),
    async arrange(alone) {
      await run(alone, 300, (written) => stoppedUnconfirmed(written, [0, 2]), { names: long })
      await alone.page
        .getByRole('button', { name: unconfirmed.lookAt(2) })
        .first()
        .focus()
      await alone.page.getByRole('tooltip').waitFor()
    },
  },
  {
    name: 'evidence-many',
    main: mainKnowing(manyCandidates),
    async arrange(alone) {
      await lookAtEvidence(alone)
      await alone.page.getByText(unconfirmed.found(12)).waitFor()
    },
  },
  {
    name: 'evidence-many-end',
    main: mainKnowing(manyCandidates),
    async arrange(alone) {
      await lookAtEvidence(alone, [0])
      await choose(alone, unconfirmed.submitAgain)
      await alone.page.getByRole('dialog').getByRole('checkbox').check()
    },
  },
  { name: 'evidence-found', main: mainKnowing(candidates), arrange: (alone) => lookAtEvidence(alone) },
  {
    name: 'evidence-none-submit-again',
    main: mainKnowing([]),
    async arrange(alone) {
      await lookAtEvidence(alone, [0])
      await choose(alone, unconfirmed.submitAgain)
      await alone.page.getByRole('dialog').getByRole('checkbox').check()
    },
  },
  {
    name: 'evidence-failed',
    main: {
      ...mainOf([]),
      'run:evidence': () => fail({ kind: 'service', ...text.run.noEvidence(failureWords(lost)) }),
    },
    async arrange(alone) {
      await lookAtEvidence(alone)
      await alone.page
        .getByText(text.run.noEvidence(failureWords(lost)).remedy)
        .first()
        .waitFor()
    },
  },
  {
    name: 'stopped-with-queue',
    main: mainOf([]),
    async arrange(alone) {
      await run(alone, 500, (written) => {
        for (const batch of [0, 1, 2]) written.submit(batch)
        written.report(0, 80)
        written.add({ type: 'WatchStopped', reason: 'operator' })
      })
      await alone.page.getByRole('tab', { name: table.panel.batches }).click()
    },
  },
  {
    name: 'quiet',
    movesClock: true,
    main: mainOf([]),
    async arrange(alone) {
      await alone.page.clock.install()
      await run(alone, 300, (written) => {
        for (const batch of [0, 1, 2]) written.submit(batch)
        written.report(2, 80)
      })
      await alone.page.clock.fastForward('25:00')
      await alone.page.getByText(words.strip.quietWhy).waitFor()
      await alone.page.getByRole('tab', { name: table.panel.batches }).click()
    },
  },
  {
    name: 'failures-with-unknown',
    main: mainOf([]),
    async arrange(alone) {
      await run(alone, 300, (written) => {
        stoppedUnconfirmed(written, [0, 2])
      })
      await alone.page.getByRole('tab', { name: table.panel.failures }).click()
    },
  },
  {
    name: 'denied',
    main: mainOf([], longSession),
    async arrange(alone) {
      await run(
        alone,
        300,
        (written) => {
          written.submit(0)
          written.report(0, 60)
          written.add({ type: 'WatchStopped', reason: 'denied' })
        },
        { names: long },
      )
    },
  },
  {
    name: 'finished-with-unknown',
    main: mainOf([]),
    async arrange(alone) {
      await run(alone, 300, (written) => {
        stoppedUnconfirmed(written, [0, 2])
        written.add(
          { type: 'BatchFinished', batch: 1, end: 'service', serviceStatus: text.run.leftUnknown },
          { type: 'RunFinished' },
        )
      })
      await alone.page.getByRole('tab', { name: table.panel.batches }).click()
    },
  },
  {
    name: 'batches-of-3000-end',
    main: mainOf([]),
    async arrange(alone) {
      await run(
        alone,
        3000,
        (written) => stoppedUnconfirmed(written, [0, 2, 10, 20, 21, 22, 23, 24, 25, 26, 27, 28], [1, 11, 29]),
        { regions: true },
      )
      await alone.page.getByRole('tab', { name: table.panel.batches }).click()
      await alone.page.getByRole('grid', { name: table.panel.batches }).getByRole('row').nth(1).press('End')
    },
  },
  {
    name: 'run-of-3000',
    main: mainOf([]),
    async arrange(alone) {
      await run(
        alone,
        3000,
        (written) => {
          for (const batch of [0, 1, 2, 3, 10, 11, 12, 20, 21, 22]) written.submit(batch)
          for (const batch of [0, 1, 10, 20]) written.report(batch, 100)
          for (const batch of [0, 10]) written.finishBatch(batch)
        },
        { regions: true },
      )
    },
  },
  {
    name: 'replace-list',
    main: mainOf([]),
    async arrange(alone) {
      const { page } = alone
      await page.getByRole('navigation').waitFor()
      await page.keyboard.press('Control+o')
      await page.locator('[data-row="2"] [data-column="username"]').dblclick()
      await page.keyboard.press('Control+a')
      await page.keyboard.type('hall@contoso.com')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+o')
      await page.getByRole('dialog').waitFor()
    },
  },
]
