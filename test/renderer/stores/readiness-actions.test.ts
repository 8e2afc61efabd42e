import { beforeEach, describe, expect, test, vi } from 'vitest'
import { staleFacts } from '../../../src/renderer/src/model/readiness/known-readiness.ts'
import { type AppStores, createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import { edit } from '../../../src/renderer/src/stores/edit-actions.ts'
import { openSheet } from '../../../src/renderer/src/stores/list-actions.ts'
import {
  askAboutFailed,
  checkByItself,
  checkReadiness,
  refreshReadiness,
} from '../../../src/renderer/src/stores/readiness-actions.ts'
import { knownIn } from '../../../src/renderer/src/stores/use-readiness.ts'
import { listRowsIn } from '../../../src/renderer/src/stores/use-rows.ts'
import type { Request } from '../../../src/shared/ipc.ts'
import { known } from '../../../src/shared/readiness/facts.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import { readinessOf } from '../../support/readiness-answers.ts'
import { type FakeBridge, fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet, runOf, sheetOf } from '../support/samples.ts'

const signedIn = (id: string): SessionState => ({
  kind: 'signed-in',
  tenant: { id, name: 'Contoso', simulated: false },
  operator: { username: 'admin@contoso.com' },
  accounts: [],
  storage: 'encrypted',
})
const lobby = 'lobby@contoso.com'
const gate = 'gate@contoso.com'

let bridge: FakeBridge
let stores: AppStores
let answer: ReturnType<typeof readinessOf>
const asked = () =>
  bridge.asked
    .filter(({ channel }) => channel === 'readiness:check')
    .map(({ request }) => request as Request<'readiness:check'>)

beforeEach(() => {
  answer = readinessOf({ share: 0 })
  bridge = fakeBridge({
    'readiness:check': (request) => answer(request),
    'readiness:stop': () => succeed(undefined),
  })
  stores = createAppStores(bridge)
})

function begin(): void {
  stores.session.setState({ session: signedIn('one') })
  openSheet(stores, goodSheet)
  stores.list.setState({ region: 'NOAM' })
}

describe('by itself', () => {
  test('each account of the open list is asked for once, the tenant too; what is typed later, alone', async () => {
    begin()
    await checkByItself(stores)
    expect(asked()).toEqual([{ usernames: [lobby, gate], withTenant: true }])
    expect(listRowsIn(stores).map(({ readiness }) => readiness?.status)).toEqual(['ready', 'ready'])

    edit(stores, 2, 'username', 'hall@contoso.com')
    await checkByItself(stores)
    await checkByItself(stores)
    expect(asked().slice(1)).toEqual([{ usernames: ['hall@contoso.com'], withTenant: false }])
  })

  test.each([
    ['nobody is signed in', () => stores.session.setState({ session: { kind: 'signed-out', accounts: [] } })],
    ['the operator wants to say when', () => stores.settings.setState({ readiness: 'by-hand' })],
    ['a run is under way', () => stores.run.setState({ state: runOf(goodSheet) })],
    [
      'the list has more than 3,000 accounts',
      () => {
        const many = Array.from(
          { length: 3_001 },
          (_, index) =>
            [`p${index}@contoso.com`, `00-04-F2-00-${hex(index >> 8)}-${hex(index & 255)}`] as const,
        )
        openSheet(stores, sheetOf(...many))
      },
    ],
  ])('nothing is asked where %s', async (_, change) => {
    begin()
    change()
    await checkByItself(stores)
    expect(asked()).toEqual([])
  })

  test('what failed or was stopped is not asked again and again, and no notice is in the way', async () => {
    answer = () => fail({ kind: 'unexpected', message: 'Out of order.' })
    begin()
    await checkByItself(stores)
    await checkByItself(stores)
    expect(asked()).toHaveLength(1)
    expect(stores.notices.getState()).toEqual([])
    expect(stores.readiness.getState().failure?.message).toBe('Out of order.')
  })
})

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0')

test('nothing of another tenant counts, not even what comes later', async () => {
  begin()
  const held = Promise.withResolvers<void>()
  const { promise, resolve } = held
  bridge = fakeBridge({
    'readiness:check': async (request) => {
      await promise
      return answer(request)
    },
    'readiness:stop': () => succeed(undefined),
  })
  stores = createAppStores(bridge)
  stores.settings.setState({ readiness: 'by-hand' })
  begin()
  const first = checkReadiness(stores)
  stores.session.setState({ session: signedIn('two') })
  await refreshReadiness(stores, [])
  expect(bridge.asked.map(({ channel }) => channel)).toContain('readiness:stop')
  resolve()
  await first
  expect(knownIn(stores)).toBeUndefined()
  expect(listRowsIn(stores).map(({ readiness }) => readiness)).toEqual([undefined, undefined])
})

test('before a run what is older than 15 minutes is asked again, and nothing else', async () => {
  begin()
  await checkByItself(stores)
  await refreshReadiness(stores, [lobby, gate])
  expect(asked()).toHaveLength(1)
  const { accounts, tenant } = stores.readiness.getState()
  const old = new Date(Date.now() - 16 * 60_000).toISOString()
  const lobbyNow = accounts.get(lobby)
  if (!lobbyNow || !tenant) throw new Error('Nothing was read')
  stores.readiness.setState({
    accounts: new Map([...accounts, [lobby, { ...lobbyNow, at: old }]]),
    tenant: { ...tenant, at: old },
  })
  await refreshReadiness(stores, [lobby, gate])
  expect(asked().slice(1)).toEqual([{ usernames: [lobby], withTenant: true }])
  expect(staleFacts([lobby], accounts, tenant, Date.parse(tenant.at) + 15 * 60_000 + 1)).toEqual({
    usernames: [lobby],
    withTenant: true,
  })
})

test('where the operator says when, nothing that was never asked for is asked before a run', async () => {
  begin()
  stores.settings.setState({ readiness: 'by-hand' })
  await refreshReadiness(stores, [lobby, gate])
  expect(asked()).toEqual([])
})

test('after a run those are asked for whose failure the tenant can explain; what they lacked before is kept', async () => {
  const noPolicy = known({ name: 'Global', by: 'global' } as const)
  answer = readinessOf({ share: 0, change: (_, facts) => ({ ...facts, phonePolicy: noPolicy }) })
  begin()
  await checkByItself(stores)
  stores.run.setState({
    state: runOf(
      goodSheet,
      { type: 'BatchSubmitting', batch: 0, attempt: 1 },
      { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
      {
        type: 'PhonesReported',
        batch: 0,
        phones: [
          { phone: 0, status: 'failed', said: 'failed', error: 'User missing CAP policy assignment.' },
          { phone: 1, status: 'failed', said: 'failed', error: 'Device is offline.' },
        ],
      },
      { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
      { type: 'RunFinished' },
    ),
  })
  answer = readinessOf({ share: 0 })
  await askAboutFailed(stores, false)
  expect(asked().slice(1)).toEqual([{ usernames: [lobby], withTenant: true }])
  expect([...stores.readiness.getState().lacked.keys()]).toEqual([lobby])
  expect(stores.readiness.getState().lacked.get(lobby)?.['phone-policy']).toBeTypeOf('string')
})

test('a check by itself says nothing over what somebody has just done', async () => {
  begin()
  const told = vi.fn()
  stores.live.subscribe(told)
  await checkByItself(stores)
  expect(told).not.toHaveBeenCalled()
})

test('a check that somebody asks for shows its tab, and says what came of it', async () => {
  begin()
  stores.settings.setState({ readiness: 'by-hand' })
  const told = vi.fn()
  stores.live.subscribe(told)
  await checkReadiness(stores)
  expect(stores.view.getState().panel).toEqual({ open: true, tab: 'readiness' })
  expect(JSON.stringify(told.mock.calls)).toContain('2 ready')
})
