import { checkPhones } from '../../../src/shared/phones/check.ts'
import type { Sheet } from '../../../src/shared/phones/sheet.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import type { Claim } from '../../../src/shared/run/events.ts'
import type { Candidate } from '../../../src/shared/run/evidence.ts'
import type { PastRun } from '../../../src/shared/run/past-run.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import { text } from '../../../src/shared/text/index.ts'
import { batchIdOf, long, pastRunOf } from './example-history.ts'
import { manyPhones } from './example-lists.ts'
import { type ExampleRun, exampleRun, operator, realTenant } from './example-run.ts'
import { startButton } from './operator.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import type { Screen } from './screens.ts'
import { mainWith, real } from './scripted-mains.ts'

const { unconfirmed, frame, phones, table } = text.window

const sheet = manyPhones(300)
const planned = planRun(checkPhones(sheet, 'NOAM'))

/** The claims of a run on some phones of the list, from one row to another. */
const claims = (claim: Claim, from: number, to: number): NonNullable<PastRun['claims']> =>
  planned.phones.slice(from, to).map(({ username, hardwareId }) => ({ username, hardwareId, claim }))

const stopped = pastRunOf(1, {
  listName: 'north-wing.csv',
  watching: { kind: 'stopped', reason: 'operator' },
  claims: [...claims('under way', 0, 12), ...claims('waiting', 12, 60)],
  toSubmit: { phones: 148, batches: 2 },
})
const watched = pastRunOf(2, {
  listName: 'head-office.csv',
  watching: { kind: 'watching' },
  claims: [...claims('waiting', 60, 80), ...claims('unconfirmed', 80, 85)],
})
const damaged = pastRunOf(3, {
  listName: 'warehouse-and-yard.csv',
  watching: { kind: 'stopped', reason: 'ended' },
  claims: claims('unconfirmed', 85, 90),
  isReadOnly: true,
})
const near = pastRunOf(4, {
  listName: 'reception.csv',
  watching: { kind: 'stopped', reason: 'operator' },
  claims: [
    ...claims('under way', 90, 92).map((phone) => ({ ...phone, username: `other.${phone.username}` })),
    ...claims('waiting', 95, 96).map((phone) => ({ ...phone, hardwareId: '00-04-F2-FF-FF-FF' })),
  ],
})

/** The first phones of the list, signed in a moment ago by a run of it. */
const signedIn = (phones: number, listName = 'phones-300.csv'): PastRun => {
  const { claims: _, ...run } = pastRunOf(5, { listName, watching: { kind: 'finished' } })
  const outcomes = claims('waiting', 0, phones).map(({ claim: __, ...phone }) => ({
    ...{ ...phone, status: 'signed in' as const },
    at: new Date(Date.now() - 60_000).toISOString(),
  }))
  return { ...run, outcomes }
}

const mainOf = (
  runs: readonly PastRun[],
  session: SessionState = real,
  list: Sheet = sheet,
): ScriptedMain => ({
  ...mainWith(session, list),
  'history:runs': () => succeed({ runs, unreadable: [] }),
})

/** A colleague has signed some of the phones in by PowerShell, and has others under way. */
function mainOfElsewhere(): ScriptedMain {
  const phones = (from: number, to: number, status: 'signed in' | 'signing in') =>
    claims('waiting', from, to).map(({ claim: _, ...phone }) => ({ ...phone, status }))
  const requestTime = new Date(Date.now() - 5_400_000).toISOString()
  return {
    ...mainOf([signedIn(3)]),
    'history:elsewhere': () =>
      succeed({
        unread: 2,
        batches: [
          { batchId: batchIdOf(8), requestTime, phones: phones(3, 45, 'signed in') },
          { batchId: batchIdOf(9), requestTime, phones: phones(45, 60, 'signing in') },
        ],
      }),
  }
}

async function openList({ page }: PageAlone): Promise<void> {
  await page.getByRole('navigation').getByText(frame.pages.phones).click()
  await page.keyboard.press('Control+o')
  await page.getByLabel(phones.region, { exact: true }).selectOption('NOAM')
}

async function askToStart(alone: PageAlone): Promise<void> {
  await openList(alone)
  const { page } = alone
  await page.getByRole('button', { name: startButton() }).click()
  await page.getByRole('dialog').waitFor()
}

/** A run of 300 phones in a real tenant, written by hand and pushed as main would. */
async function show(alone: PageAlone, write: (run: ExampleRun) => void): Promise<void> {
  const written = exampleRun(planned, sheet.name, realTenant, operator)
  write(written)
  const { page } = alone
  await page.getByRole('navigation').waitFor()
  await page.getByRole('navigation').getByText(frame.pages.phones).click()
  await alone.push('run:events', written.events())
  await page.getByRole('grid').waitFor()
  await page.getByRole('tab', { name: table.panel.batches }).click()
}

const inOtherBatch = () =>
  ({
    type: 'BatchOutcomeUnknown',
    batch: 1,
    since: new Date(Date.now() - 3_600_000).toISOString(),
    batchIds: [batchIdOf(7)],
  }) as const

const candidate: Candidate = {
  batchId: batchIdOf(7),
  requestTime: new Date(Date.now() - 1_800_000).toISOString(),
  userId: '7d6c5b4a-1f2e-4d3c-9b8a-0a1b2c3d4e5f',
  requestedBy: 'you',
  batchStatus: 'InProgress',
  size: 40,
  matching: 40,
  isExact: false,
  isEarlier: false,
}

const longSession = { ...real, tenant: long.tenant, operator: long.operator } as SessionState

/** The window where phones are in other runs, or may be in other batches. */
export const claimsScreens: readonly Screen[] = [
  { name: 'confirm-claimed', main: mainOf([stopped]), arrange: askToStart },
  { name: 'confirm-claimed-several', main: mainOf([stopped, watched, damaged, near]), arrange: askToStart },
  { name: 'confirm-elsewhere', main: mainOfElsewhere(), arrange: askToStart },
  {
    name: 'confirm-elsewhere-unread',
    main: {
      ...mainOf([]),
      'history:elsewhere': () =>
        fail({
          kind: 'service',
          ...text.run.historyFailed('The service answered with an error of its own (500).'),
        }),
    },
    arrange: askToStart,
  },
  {
    name: 'confirm-claimed-all',
    main: mainOf([{ ...stopped, claims: claims('waiting', 0, 300), toSubmit: { phones: 300, batches: 3 } }]),
    arrange: askToStart,
  },
  {
    name: 'confirm-claimed-long-names',
    main: mainOf(
      [
        { ...stopped, ...long },
        { ...near, ...long },
      ],
      longSession,
    ),
    arrange: askToStart,
  },
  { name: 'signed-in-before', main: mainOf([signedIn(278)]), arrange: openList },
  {
    name: 'signed-in-before-included',
    main: mainOf([signedIn(278)]),
    async arrange(alone) {
      await openList(alone)
      await alone.page.getByRole('button', { name: phones.signedIn.include(278) }).click()
    },
  },
  { name: 'signed-in-before-all', main: mainOf([signedIn(300)]), arrange: openList },
  { name: 'confirm-signed-in-before', main: mainOf([signedIn(278), near]), arrange: askToStart },
  {
    name: 'not-sent',
    main: mainOf([]),
    arrange: (alone) =>
      show(alone, (written) => {
        written.submit(0)
        written.report(0, 100)
        written.finishBatch(0)
        written.add({
          type: 'PhonesLeftOut',
          batch: 1,
          phones: Array.from({ length: 30 }, (_, index) => ({
            ...{ phone: 100 + index, runId: stopped.runId, why: 'under way' as const },
          })),
        })
        written.submit(1)
        written.report(1, 70)
        written.finishBatch(1)
        written.add({ type: 'BatchDiscarded', batch: 2 }, { type: 'RunFinished' })
      }),
  },
  {
    name: 'unchecked',
    main: mainOf([]),
    arrange: (alone) =>
      show(alone, (written) => {
        written.submit(0)
        written.report(0, 100)
        written.finishBatch(0)
        written.add(
          { type: 'BatchPostponed', batch: 1, failure: { kind: 'unavailable', status: 503 } },
          { type: 'BatchPostponed', batch: 2, failure: { kind: 'unavailable', status: 503 } },
          { type: 'WatchStopped', reason: 'unchecked' },
        )
      }),
  },
  {
    name: 'evidence-not-submitted',
    main: { ...mainOf([]), 'run:evidence': () => succeed([candidate]) },
    async arrange(alone) {
      await show(alone, (written) => {
        written.submit(0)
        written.report(0, 100)
        written.finishBatch(0)
        written.add(inOtherBatch(), { type: 'WatchStopped', reason: 'undecided' })
      })
      await alone.page
        .getByRole('button', { name: unconfirmed.lookAt(2) })
        .first()
        .click()
      await alone.page.getByText(unconfirmed.found(1)).waitFor()
    },
  },
  {
    name: 'in-other-batches',
    main: mainOf([]),
    arrange: (alone) =>
      show(alone, (written) => {
        written.submit(0)
        written.report(0, 100)
        written.finishBatch(0)
        written.add(inOtherBatch(), { type: 'WatchStopped', reason: 'undecided' })
      }),
  },
]
