import { expect, test } from 'vitest'
import { createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import { loadBatchHistory, showPhones } from '../../../src/renderer/src/stores/load-history.ts'
import { loadRuns } from '../../../src/renderer/src/stores/load-runs.ts'
import type { Answer } from '../../../src/shared/ipc.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import type { HistoryBatch } from '../../../src/shared/run/batch-history.ts'
import type { SignedIn } from '../../../src/shared/session.ts'
import { operator, tenant } from '../../support/run-samples.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { pastRunOf } from '../support/past-runs.ts'

const here: SignedIn & { readonly accounts: readonly [] } = {
  kind: 'signed-in',
  tenant,
  operator,
  accounts: [],
  storage: 'encrypted',
}
const there = { ...here, tenant: { ...tenant, id: 'another' } }
const batch = (batchId: string): HistoryBatch => ({ batchId, batchStatus: 'Completed' })
const trouble = fail({ kind: 'service', message: 'No answer.' } as const)

test('what was read stays in view while it is read again, and when that fails', async () => {
  const runs = { runs: [pastRunOf('a')], unreadable: [] }
  let answer: Answer<'history:runs'> = succeed(runs)
  const stores = createAppStores(fakeBridge({ 'history:runs': () => answer }))
  await loadRuns(stores)
  answer = trouble
  const again = loadRuns(stores)
  expect(stores.history.getState().disk).toMatchObject({ value: runs, loading: true })
  await again
  expect(stores.history.getState().disk).toMatchObject({
    value: runs,
    failure: trouble.failure,
    loading: false,
  })

  answer = succeed(runs)
  await loadRuns(stores)
  expect(stores.history.getState().disk).not.toHaveProperty('failure')
})

test('while nobody is signed in, the service is not asked', async () => {
  const bridge = fakeBridge()
  await loadBatchHistory(createAppStores(bridge))
  expect(bridge.asked).toEqual([])
})

test('in another tenant the batch history of the one before is forgotten at once, and its late answer too', async () => {
  const late = Promise.withResolvers<Answer<'history:batches'>>()
  const answers = [
    Promise.resolve(succeed([batch('old')])),
    late.promise,
    Promise.resolve(succeed([batch('new')])),
  ]
  const stores = createAppStores(fakeBridge({ 'history:batches': () => answers.shift() ?? late.promise }))
  stores.session.setState({ session: here })
  await loadBatchHistory(stores)
  stores.history.setState({ shown: 'old', only: 'elsewhere' })
  const overtaken = loadBatchHistory(stores)

  stores.session.setState({ session: there })
  const loading = loadBatchHistory(stores)
  expect(stores.history.getState()).toMatchObject({
    shown: undefined,
    only: 'all',
    batches: { loading: true },
  })
  expect(stores.history.getState().batches.value).toBeUndefined()
  await loading
  late.resolve(succeed([batch('old')]))
  await overtaken
  expect(stores.history.getState().batches.value).toEqual([batch('new')])

  stores.session.setState({ session: { kind: 'signed-out', accounts: [] } })
  await loadBatchHistory(stores)
  expect(stores.history.getState().batches.value).toBeUndefined()
})

test('the phones shown are those of the batch that was asked for last', async () => {
  const first = Promise.withResolvers<Answer<'history:batch'>>()
  const phone = { username: 'a@contoso.com', hardwareId: '1', status: 'signed in', said: 'success' } as const
  const stores = createAppStores(
    fakeBridge({ 'history:batch': ({ batchId }) => (batchId === 'one' ? first.promise : succeed([phone])) }),
  )
  const overtaken = showPhones(stores, 'one')
  await showPhones(stores, 'two')
  first.resolve(succeed([]))
  await overtaken
  expect(stores.history.getState()).toMatchObject({ shown: 'two', phones: { value: [phone] } })
})

test('phones that cannot be had are told in words', async () => {
  const stores = createAppStores(fakeBridge({ 'history:batch': () => trouble }))
  await showPhones(stores, 'one')
  expect(stores.history.getState().phones).toEqual({ loading: false, failure: trouble.failure })
  expect(stores.live.getState().said).toBe('No answer.')
})
