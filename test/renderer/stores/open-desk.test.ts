import { describe, expect, test } from 'vitest'
import { createDesk } from '../../../src/renderer/src/stores/desk.ts'
import { openDesk } from '../../../src/renderer/src/stores/open-desk.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import { text } from '../../../src/shared/text/index.ts'
import { operator, tenant } from '../../support/run-samples.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet, runEvents } from '../support/samples.ts'

const session: SessionState = { kind: 'signed-in', tenant, operator, accounts: [], storage: 'encrypted' }
const events = runEvents(
  goodSheet,
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
)

function bridgeWith(current: readonly RunEvent[] | Promise<readonly RunEvent[]>) {
  return fakeBridge({
    'app:info': () => succeed({ version: '0.1.0', electron: '', chromium: '', platform: 'win32' }),
    'session:get': () => succeed(session),
    'list:at-launch': () => succeed(undefined),
    'run:current': async () => succeed(await current),
  })
}

test('a window that was loaded again knows the run, and shows it', async () => {
  const desk = createDesk(bridgeWith(events))
  openDesk(desk)
  await expect.poll(() => desk.run.getState().events).toHaveLength(3)
  expect(desk.session.getState().session).toEqual(session)
  expect(desk.view.getState()).toMatchObject({ page: 'phones', shown: 'run' })
})

describe('that a run has started', () => {
  const started = text.window.run.announce.started(2, 1)

  test('is said when main pushes it', async () => {
    const bridge = bridgeWith([])
    const desk = createDesk(bridge)
    openDesk(desk)
    await expect.poll(() => desk.session.getState().session).toEqual(session)
    bridge.push('run:events', events)
    expect(desk.live.getState().said).toBe(started)
  })

  test('is said when main pushes it while the window opens', async () => {
    const answer = Promise.withResolvers<readonly RunEvent[]>()
    const bridge = bridgeWith(answer.promise)
    const desk = createDesk(bridge)
    openDesk(desk)
    bridge.push('run:events', events)
    answer.resolve([])
    await expect.poll(() => desk.live.getState().said).toBe(started)
  })

  test('is no news to a window that was loaded again', async () => {
    const bridge = bridgeWith(events.slice(0, 2))
    const desk = createDesk(bridge)
    const heard: string[] = []
    desk.live.subscribe(({ said }) => heard.push(said))
    openDesk(desk)
    await expect.poll(() => desk.view.getState().page).toBe('phones')
    bridge.push('run:events', events)
    expect(desk.run.getState().events).toHaveLength(3)
    expect(heard).not.toContain(started)
  })
})

test('at launch with a tenant and no run, the URLs are shown', async () => {
  const desk = createDesk(bridgeWith([]))
  openDesk(desk)
  await expect.poll(() => desk.session.getState().session).toEqual(session)
  expect(desk.view.getState()).toMatchObject({ page: 'provisioning-urls', shown: 'list' })
})

test('events that come before the answer are neither lost nor taken twice', async () => {
  const answer = Promise.withResolvers<readonly RunEvent[]>()
  const bridge = bridgeWith(answer.promise)
  const desk = createDesk(bridge)
  openDesk(desk)
  bridge.push('run:events', events.slice(1))
  answer.resolve(events.slice(0, 2))
  await expect.poll(() => desk.run.getState().events).toHaveLength(3)
  expect(desk.run.getState().state?.batches[0]?.stage).toBe('open')
})

test('after its end nothing that main pushes is heard any more', async () => {
  const bridge = bridgeWith([])
  const desk = createDesk(bridge)
  const end = openDesk(desk)
  await expect.poll(() => desk.session.getState().session).toEqual(session)
  end()
  expect(bridge.listeners()).toBe(0)
  bridge.push('session:changed', { kind: 'signed-out', accounts: [] })
  expect(desk.session.getState().session).toEqual(session)
})
