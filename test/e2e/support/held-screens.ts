import { checkPhones } from '../../../src/shared/phones/check.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { PhoneReport } from '../../../src/shared/run/events.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { text } from '../../../src/shared/text/index.ts'
import { manyPhones } from './example-lists.ts'
import { type ExampleRun, exampleRun, operator, realTenant } from './example-run.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import type { Screen } from './screens.ts'
import { mainWith, real } from './scripted-mains.ts'

const { unconfirmed, frame, run: words, table } = text.window

const main: ScriptedMain = { ...mainWith(real), 'run:evidence': () => succeed([]) }

const blocked = () =>
  ({
    kind: 'unexpected',
    status: 403,
    why: {
      code: 'written',
      sentence: text.gateway.failures.notItsOwn('api.interfaces.records.teams.microsoft.com', 403),
    },
    said: 'Access denied This request was blocked by the security rules. Incident 48213.',
    answer: '403 page access denied this request was blocked by the security rules. incident #.',
  }) as const

const untrusted =
  'Public IP IPv4 - 203.0.113.7, IPv6 -  for the device is not trusted. Please whitelist the public IP in TAC.'

/** Three batches are open. The answer to the fourth is one that the app does not know. */
function answerHeld(run: ExampleRun): void {
  for (const batch of [0, 1]) run.submit(batch)
  run.report(0, 40)
  run.add(
    { type: 'BatchSubmitting', batch: 2, attempt: 1 },
    { type: 'BatchOutcomeUnknown', batch: 2, failure: blocked() },
  )
}

/** Two batches are over, of which most phones failed for one reason. */
function failedAlike(run: ExampleRun, plan: ReturnType<typeof planRun>): void {
  for (const batch of [0, 1]) run.submit(batch)
  for (const batch of [0, 1]) {
    const phones = (plan.batches[batch]?.phones ?? []).map(
      (phone, index): PhoneReport =>
        index % 5 === 0
          ? { phone, status: 'signed in', said: 'success' }
          : { phone, status: 'failed', said: 'failed', error: untrusted },
    )
    run.add({ type: 'PhonesReported', batch, phones })
    run.finishBatch(batch)
  }
}

async function show(
  alone: PageAlone,
  write: (run: ExampleRun, plan: ReturnType<typeof planRun>) => void,
): Promise<void> {
  const { page } = alone
  const plan = planRun(checkPhones(manyPhones(3000), 'NOAM'))
  const written = exampleRun(plan, 'phones-3000.csv', realTenant, operator)
  write(written, plan)
  await page.getByRole('navigation').getByText(frame.pages.phones).click()
  await alone.push('run:events', written.events())
  await page.getByRole('grid').waitFor()
}

const review = ({ page }: PageAlone, batch: number): Promise<void> =>
  page
    .getByRole('button', { name: unconfirmed.lookAt(batch) })
    .first()
    .click()

/** The window where further batches are held back. */
export const heldScreens: readonly Screen[] = [
  {
    name: 'held-by-answer',
    main,
    async arrange(alone) {
      await show(alone, answerHeld)
      await alone.page.getByRole('tab', { name: table.panel.batches }).click()
    },
  },
  {
    name: 'held-by-answer-review',
    main,
    async arrange(alone) {
      await show(alone, answerHeld)
      await review(alone, 3)
      await alone.page.getByRole('radio', { name: unconfirmed.refused }).check()
    },
  },
  {
    name: 'held-by-answer-stopped-review',
    main,
    async arrange(alone) {
      await show(alone, (run) => {
        answerHeld(run)
        run.add({ type: 'WatchStopped', reason: 'held' })
      })
      await review(alone, 3)
      await alone.page.getByText(unconfirmed.none).waitFor()
    },
  },
  { name: 'held-by-failures-watched', main, arrange: (alone) => show(alone, failedAlike) },
  {
    name: 'held-by-failures',
    main,
    async arrange(alone) {
      await show(alone, (run, plan) => {
        failedAlike(run, plan)
        run.add({ type: 'WatchStopped', reason: 'held' })
      })
      await alone.page.getByRole('tab', { name: table.panel.failures }).click()
    },
  },
  {
    name: 'held-by-failures-question',
    main,
    async arrange(alone) {
      await show(alone, (run, plan) => {
        failedAlike(run, plan)
        run.add({ type: 'WatchStopped', reason: 'held' })
      })
      await alone.page.getByRole('button', { name: words.strip.hold.goOn(2800) }).click()
      await alone.page.getByRole('dialog').getByRole('checkbox').check()
    },
  },
]
