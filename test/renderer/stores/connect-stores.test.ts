import { describe, expect, test } from 'vitest'
import { createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import { connectStores } from '../../../src/renderer/src/stores/connect-stores.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import { pastRun } from '../../../src/shared/run/past-run.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import type { AppSettings } from '../../../src/shared/settings.ts'
import { text } from '../../../src/shared/text/index.ts'
import { operator, tenant } from '../../support/run-samples.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet, runEvents, runOf } from '../support/samples.ts'

const session: SessionState = { kind: 'signed-in', tenant, operator, accounts: [], storage: 'encrypted' }
const events = runEvents(
  goodSheet,
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
)

function bridgeWith(current: readonly RunEvent[] | Promise<readonly RunEvent[]>, settings?: AppSettings) {
  return fakeBridge({
    ...(settings && { 'settings:get': () => succeed(settings) }),
    'app:info': () => succeed({ version: '0.1.0', electron: '', chromium: '', platform: 'win32' }),
    'session:get': () => succeed(session),
    'list:at-launch': () => succeed(undefined),
    'run:current': async () => succeed(await current),
  })
}

test('a window that was loaded again knows the run, and shows it', async () => {
  const stores = createAppStores(bridgeWith(events))
  connectStores(stores)
  await expect.poll(() => stores.run.getState().events).toHaveLength(3)
  expect(stores.session.getState().session).toEqual(session)
  expect(stores.view.getState()).toMatchObject({ page: 'phones', shown: 'run' })
})

describe('that a run has started', () => {
  const started = text.window.run.announce.started(2, 1)

  test('is said when main pushes it', async () => {
    const bridge = bridgeWith([])
    const stores = createAppStores(bridge)
    connectStores(stores)
    await expect.poll(() => stores.session.getState().session).toEqual(session)
    bridge.push('run:events', events)
    await expect.poll(() => stores.live.getState().said).toBe(started)
  })

  test('is said when main pushes it while the window opens', async () => {
    const answer = Promise.withResolvers<readonly RunEvent[]>()
    const bridge = bridgeWith(answer.promise)
    const stores = createAppStores(bridge)
    connectStores(stores)
    bridge.push('run:events', events)
    answer.resolve([])
    await expect.poll(() => stores.live.getState().said).toBe(started)
  })

  test('is no news to a window that was loaded again', async () => {
    const bridge = bridgeWith(events.slice(0, 2))
    const stores = createAppStores(bridge)
    const heard: string[] = []
    stores.live.subscribe(({ said }) => heard.push(said))
    connectStores(stores)
    await expect.poll(() => stores.view.getState().page).toBe('phones')
    bridge.push('run:events', events)
    expect(stores.run.getState().events).toHaveLength(3)
    expect(heard).not.toContain(started)
  })
})

test('settings that change while the window opens are not replaced by those it asked for', async () => {
  const answer = Promise.withResolvers<readonly RunEvent[]>()
  const before = createAppStores(bridgeWith([])).settings.getState()
  const bridge = bridgeWith(answer.promise, before)
  const stores = createAppStores(bridge)
  connectStores(stores)
  bridge.push('settings:changed', { ...before, readiness: 'by-hand' })
  answer.resolve([])
  await expect.poll(() => stores.session.getState().session).toEqual(session)
  expect(stores.settings.getState().readiness).toBe('by-hand')
})

test('at launch with a tenant and no run, the URLs are shown', async () => {
  const stores = createAppStores(bridgeWith([]))
  connectStores(stores)
  await expect.poll(() => stores.session.getState().session).toEqual(session)
  expect(stores.view.getState()).toMatchObject({ page: 'provisioning-urls', shown: 'list' })
})

test('events that come before the answer are neither lost nor taken twice', async () => {
  const answer = Promise.withResolvers<readonly RunEvent[]>()
  const bridge = bridgeWith(answer.promise)
  const stores = createAppStores(bridge)
  connectStores(stores)
  bridge.push('run:events', events.slice(1))
  answer.resolve(events.slice(0, 2))
  await expect.poll(() => stores.run.getState().events).toHaveLength(3)
  expect(stores.run.getState().state?.batches[0]?.stage).toBe('open')
})

test('after its end nothing that main pushes is heard any more', async () => {
  const bridge = bridgeWith([])
  const stores = createAppStores(bridge)
  const end = connectStores(stores)
  await expect.poll(() => stores.session.getState().session).toEqual(session)
  end()
  expect(bridge.listeners()).toBe(0)
  bridge.push('session:changed', { kind: 'signed-out', accounts: [] })
  expect(stores.session.getState().session).toEqual(session)
})

test('a batch that is submitted joins its run in the history, without another look at the disk', async () => {
  let reads = 0
  const disk = { runs: [pastRun(runOf(goodSheet), undefined)], unreadable: [] }
  const bridge = fakeBridge({
    ...{ 'app:info': () => succeed({ version: '0.1.0', electron: '', chromium: '', platform: 'win32' }) },
    ...{ 'session:get': () => succeed(session), 'list:at-launch': () => succeed(undefined) },
    'run:current': () => succeed(events.slice(0, 2)),
    'history:runs': () => {
      reads++
      return succeed(disk)
    },
  })
  const stores = createAppStores(bridge)
  connectStores(stores)
  const batchIds = () =>
    stores.history.getState().disk.value?.runs.flatMap(({ batches }) => batches.map(({ batchId }) => batchId))
  await expect.poll(() => !stores.history.getState().disk.loading && batchIds()).toEqual([undefined])
  const before = reads
  bridge.push('run:events', events.slice(2))
  expect(batchIds()).toEqual(['b'])
  expect(reads).toBe(before)
})
