import { beforeEach, expect, test } from 'vitest'
import { type AppStores, createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import { edit } from '../../../src/renderer/src/stores/edit-actions.ts'
import {
  readInventory,
  readInventoryByItself,
  refreshInventory,
} from '../../../src/renderer/src/stores/inventory-actions.ts'
import { openSheet } from '../../../src/renderer/src/stores/list-actions.ts'
import type { Answer } from '../../../src/shared/ipc.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import { inventoryOf } from '../../support/inventory-answers.ts'
import { type FakeBridge, fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet, runOf } from '../support/samples.ts'

const signedIn = (id: string): SessionState => ({
  kind: 'signed-in',
  tenant: { id, name: 'Contoso', simulated: false },
  operator: { username: 'admin@contoso.com' },
  accounts: [],
  storage: 'encrypted',
})
const lobby = '00-04-F2-81-24-B3'
const gate = '00-90-8F-12-34-56:001'

let bridge: FakeBridge
let stores: AppStores
let answer: () => Promise<Answer<'inventory:read'>>
const asked = () =>
  bridge.asked.filter(({ channel }) => channel === 'inventory:read').map(({ request }) => request)
const inventory = () => stores.readiness.getState().inventory

beforeEach(() => {
  const request = { hardwareIds: [lobby, gate] }
  answer = async () => inventoryOf(0)(request)
  bridge = fakeBridge({
    'inventory:read': () => answer(),
    'inventory:stop': () => succeed(undefined),
  })
  stores = createAppStores(bridge)
  stores.session.setState({ session: signedIn('one') })
  stores.settings.setState({ inventory: 'on' })
  openSheet(stores, goodSheet)
  stores.list.setState({ region: 'NOAM' })
})

test('a list is looked up once by itself; a phone that is added later is no reason to read all devices again', async () => {
  await readInventoryByItself(stores)
  await readInventoryByItself(stores)
  edit(stores, 2, 'hardwareId', '00-04-F2-81-24-B4')
  await readInventoryByItself(stores)
  expect(asked()).toEqual([{ hardwareIds: [lobby, gate] }])
  expect(inventory()?.devices).toHaveLength(2)
})

test.each([
  ['is switched off', () => stores.settings.setState({ inventory: undefined } as never)],
  ['is to be read only when somebody asks', () => stores.settings.setState({ readiness: 'by-hand' })],
  [
    'is of nobody, for nobody is signed in',
    () => stores.session.setState({ session: { kind: 'signed-out', accounts: [] } }),
  ],
  ['has to wait for a run', () => stores.run.setState({ state: runOf(goodSheet) })],
])('nothing is read by itself where the inventory %s', async (_, change) => {
  change()
  await readInventoryByItself(stores)
  expect(asked()).toEqual([])
})

test('what failed is not read again and again, and before a run it is', async () => {
  answer = async () => fail({ kind: 'unexpected', message: 'No.' })
  await readInventoryByItself(stores)
  await readInventoryByItself(stores)
  expect(asked()).toHaveLength(1)
  expect(stores.readiness.getState()).toMatchObject({
    readingInventory: false,
    inventoryFailure: { message: 'No.' },
  })
  await refreshInventory(stores)
  expect(asked()).toHaveLength(2)
})

test('before a run it is read again where it lacks a phone or is older than 15 minutes', async () => {
  await readInventory(stores)
  await refreshInventory(stores)
  expect(asked()).toHaveLength(1)
  edit(stores, 2, 'hardwareId', '00-04-F2-81-24-B4')
  await refreshInventory(stores)
  expect(asked()).toHaveLength(2)
  const read = inventory()
  if (!read) throw new Error('Nothing was read')
  const at = new Date(Date.now() - 16 * 60_000).toISOString()
  stores.readiness.setState({ inventory: { ...read, at } })
  await refreshInventory(stores)
  expect(asked()).toHaveLength(3)
})

test('what comes when somebody has gone to another tenant counts for nothing, and its read is stopped', async () => {
  const first = Promise.withResolvers<void>()
  const before = answer
  answer = async () => {
    answer = async () => fail({ kind: 'unexpected', message: 'No.' })
    await first.promise
    return before()
  }
  const reading = readInventory(stores)
  stores.session.setState({ session: signedIn('two') })
  await refreshInventory(stores)
  expect(bridge.asked.map(({ channel }) => channel)).toContain('inventory:stop')
  first.resolve()
  await reading
  expect(inventory()).toBeUndefined()
})
