import { expect, test } from 'vitest'
import { askToRetry, askToStartSelected } from '../../../../src/renderer/src/features/run/run-actions.ts'
import { askAbout } from '../../../../src/renderer/src/model/run/confirmation.ts'
import { leftOutWords, retryOf } from '../../../../src/renderer/src/model/run/retry.ts'
import { createAppStores } from '../../../../src/renderer/src/stores/app-stores.ts'
import { takeEvents } from '../../../../src/renderer/src/stores/follow-run.ts'
import { chooseRegion, openSheet } from '../../../../src/renderer/src/stores/list-actions.ts'
import { addListRun } from '../../../../src/renderer/src/stores/list-runs.ts'
import { toggleSelected } from '../../../../src/renderer/src/stores/selection-actions.ts'
import { succeed } from '../../../../src/shared/result.ts'
import type { RunHappening } from '../../../../src/shared/run/events.ts'
import { type PastRun, pastRun } from '../../../../src/shared/run/past-run.ts'
import { operator, tenant } from '../../../support/run-samples.ts'
import { fakeBridge } from '../../support/fake-bridge.ts'
import { goodSheet, runEvents, runOf } from '../../support/samples.ts'

type Ends = 'signed in' | 'failed'
const ended = (...statuses: readonly [Ends, Ends]): readonly RunHappening[] => [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
  {
    type: 'PhonesReported',
    batch: 0,
    phones: statuses.map((status, phone) => ({ phone, status, said: status })),
  },
  { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
  { type: 'RunFinished' },
]
const both = ended('failed', 'failed')
const first = runOf(goodSheet, ...both)

/** Another try of both phones, as it lies on the disk. */
const later = (...happened: readonly RunHappening[]): PastRun =>
  pastRun({ ...runOf(goodSheet, ...happened), runId: 'later', retryOf: first.runId }, undefined)

/** The run in view, a terminal's work on the disk, and nothing of that known in the window yet. */
function storesWith(...runs: readonly PastRun[]) {
  const stores = createAppStores(fakeBridge({ 'history:runs': () => succeed({ runs, unreadable: [] }) }))
  stores.session.setState({
    session: { kind: 'signed-in', tenant, operator, accounts: [], storage: 'encrypted' },
  })
  takeEvents(stores, runEvents(goodSheet, ...both))
  return stores
}

test('the question about another try has the numbers that main works out, and says what is left out', () => {
  const retry = retryOf(first, [later(...ended('signed in', 'failed'))])
  const about = { kind: 'retry', tenant, operator, listName: 'phones.csv' } as const
  expect(askAbout(retry.plan, about)).toMatchObject({
    phones: 1,
    accounts: 1,
    confirmed: { tenantId: tenant.id, phones: { length: 1 }, batches: 1 },
  })
  expect(leftOutWords(retry)).toMatch(
    /^1 of 2 failed phones was signed in since by the run of phones\.csv of [^.]+\.$/,
  )
})

test('another try is asked about when the disk was looked at', async () => {
  const stores = storesWith(later(...ended('signed in', 'failed')))
  await askToRetry(stores)
  expect(stores.view.getState().dialog).toBe('retry')
  expect(stores.history.getState().disk.value?.runs).toHaveLength(1)
})

test.each<[string, readonly RunHappening[], RegExp]>([
  ['are signed in since', ended('signed in', 'signed in'), /2 of 2 failed phones were signed in since/],
  ['wait in a run', [{ type: 'WatchStopped', reason: 'operator' }], /which isn't finished/],
])('where all failed phones %s, the button says so and asks nothing', async (_where, happened, why) => {
  const stores = storesWith(later(...happened))
  await askToRetry(stores)
  expect(stores.view.getState().dialog).toBeUndefined()
  expect(stores.notices.getState()).toMatchObject([
    { about: 'run', intent: 'info', message: expect.stringMatching(why) },
  ])
})

test('a failed row of the open list that another run has left unknown since is not signed in again unasked', async () => {
  const left: readonly RunHappening[] = [
    ...both.slice(0, 2),
    { type: 'PhonesReported', batch: 0, phones: [{ phone: 1, status: 'failed', said: 'failed' }] },
    { type: 'BatchFinished', batch: 0, end: 'operator' },
    { type: 'RunFinished' },
  ]
  const stores = storesWith(pastRun(first, undefined), later(...left))
  openSheet(stores, goodSheet)
  chooseRegion(stores, 'NOAM')
  addListRun(stores, first.runId)
  await askToRetry(stores)
  const { dialog, asked } = stores.view.getState()
  expect(dialog).toBe('start')
  expect(asked).toMatchObject({
    rows: new Set([3]),
    triedSince: expect.stringMatching(/^1 of 2 failed phones was left unknown/),
  })

  // Whoever chooses it by hand means it.
  toggleSelected(stores, 2)
  await askToStartSelected(stores)
  expect(stores.view.getState().asked).toMatchObject({ rows: new Set([2]), byHand: true })
})
