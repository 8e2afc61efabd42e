import { expect, onTestFinished, test } from 'vitest'
import type { DeviceInventory } from '../../../src/core/inventory/device-inventory.ts'
import { exploreSimulatedTenant } from '../../../src/core/session/simulated-session.ts'
import type { TenantSession } from '../../../src/core/session/tenant-session.ts'
import { inventoryHandlers } from '../../../src/main/handlers/inventory.ts'

const hardwareIds = Array.from(
  { length: 100 },
  (_, index) => `00-04-F2-00-00-${String(index).padStart(2, '0')}`,
)

/** The handlers in a session that can change, with an inventory of which a test hears each page. */
async function handlersIn(inventory: 'on' | undefined, onPage: () => void = () => undefined) {
  const entered = await exploreSimulatedTenant({ userAgent: 'inventory-test/1.0', speed: 100 })
  onTestFinished(() => entered.end())
  let reads = 0
  const counted: DeviceInventory = {
    read(ids, options) {
      reads += 1
      return (
        entered.inventory?.read(ids, {
          ...options,
          onPage(seen) {
            onPage()
            options?.onPage?.(seen)
          },
        }) ?? Promise.reject(new Error('The simulated tenant has an inventory'))
      )
    },
  }
  const at: { session: TenantSession | undefined; inventory: 'on' | undefined } = {
    ...{ session: { ...entered, inventory: counted }, inventory },
  }
  const handlers = inventoryHandlers({
    sessions: { current: () => at.session },
    settings: { shown: () => ({ ...(at.inventory && { inventory: at.inventory }) }) },
  })
  return { at, handlers, reads: () => reads }
}

test('the inventory is read where the settings allow it, with the tenant it was read of', async () => {
  const { handlers, at } = await handlersIn('on')
  const answer = await handlers['inventory:read']({ hardwareIds })
  if (!answer.ok) throw new Error(answer.failure.message)
  expect(answer.value.tenantId).toBe(at.session?.tenant.id)
  expect(answer.value.devices).toHaveLength(hardwareIds.length)
})

test('where it is off nobody asks for it, whatever the page says', async () => {
  const { handlers, reads } = await handlersIn(undefined)
  expect(await handlers['inventory:read']({ hardwareIds })).toMatchObject({
    failure: { kind: 'bad-request' },
  })
  expect(reads()).toBe(0)
})

test('where nobody is signed in nothing is read', async () => {
  const { handlers, at } = await handlersIn('on')
  at.session = undefined
  expect(await handlers['inventory:read']({ hardwareIds })).toMatchObject({ failure: { kind: 'signed-out' } })
})

type Its = Awaited<ReturnType<typeof handlersIn>>

test.each([
  ['is stopped', ({ handlers }: Its) => void handlers['inventory:stop'](undefined)],
  ['is switched off', ({ at }: Its) => void Object.assign(at, { inventory: undefined })],
  ['loses its tenant', ({ at }: Its) => void Object.assign(at, { session: undefined })],
])('a read that %s answers what it has by then', async (_, end) => {
  let pages = 0
  const its: Its = await handlersIn('on', () => {
    pages += 1
    end(its)
  })
  const answer = await its.handlers['inventory:read']({ hardwareIds })
  if (!answer.ok) throw new Error(answer.failure.message)
  expect(pages).toBe(1)
  expect(
    answer.value.devices.some(([, reading]) => reading.kind === 'unread' && reading.why === 'stopped'),
  ).toBe(true)
})
