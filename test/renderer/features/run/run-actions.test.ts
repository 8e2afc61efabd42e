import { describe, expect, test } from 'vitest'
import {
  askToRetry,
  closeQuestion,
  copySummary,
  goOn,
  lookSinceOnline,
  resumeRun,
  watchAgain,
} from '../../../../src/renderer/src/features/run/run-actions.ts'
import { createAppStores } from '../../../../src/renderer/src/stores/app-stores.ts'
import { takeEvents } from '../../../../src/renderer/src/stores/follow-run.ts'
import { fail, succeed } from '../../../../src/shared/result.ts'
import type { RunEvent, RunHappening } from '../../../../src/shared/run/events.ts'
import { pastRun } from '../../../../src/shared/run/past-run.ts'
import { replay } from '../../../../src/shared/run/reducer.ts'
import type { SessionState } from '../../../../src/shared/session.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { operator, tenant } from '../../../support/run-samples.ts'
import { fakeBridge } from '../../support/fake-bridge.ts'
import { goodSheet, runEvents } from '../../support/samples.ts'

const submitted: readonly RunHappening[] = [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
]
const stopped: RunHappening = { type: 'WatchStopped', reason: 'closing' }
const allSent = runEvents(goodSheet, ...submitted, stopped)
const unsent = runEvents(goodSheet, stopped)

const here = { kind: 'signed-in', tenant, operator, accounts: [], storage: 'encrypted' } as const

function storesWith(current: readonly RunEvent[], where = tenant) {
  const bridge = fakeBridge({
    'history:runs': () => succeed({ runs: [], unreadable: [] }),
    'run:open': () => succeed(undefined),
    'run:current': () => succeed(current),
    'run:resume': () => succeed(undefined),
    'run:retry-failed': () => fail({ kind: 'not-confirmed', message: 'Not here.' }),
    'run:look-now': () => fail({ kind: 'no-run', message: 'No run is being watched.' }),
    'clipboard:write': () => succeed(undefined),
  })
  const stores = createAppStores(bridge)
  stores.session.setState({ session: { ...here, tenant: where } })
  const state = replay(current)
  if (!state) throw new Error('A run without events')
  const asked = (channel: string) => bridge.asked.filter((one) => one.channel === channel)
  return { stores, asked, run: pastRun(state, undefined) }
}

describe('taking up a run', () => {
  test('of which all is submitted goes on at once', async () => {
    const { stores, asked, run } = storesWith(allSent)
    await resumeRun(stores, run)
    expect(stores.view.getState()).toMatchObject({ page: 'phones', shown: 'run', dialog: undefined })
    expect(asked('run:resume')).toMatchObject([
      { request: { runId: run.runId, confirmed: { tenantId: tenant.id, phones: [], batches: 0 } } },
    ])
  })

  test('of which some is not submitted shows it, asks first and sends nothing', async () => {
    const { stores, asked, run } = storesWith(unsent)
    await resumeRun(stores, run)
    expect(stores.view.getState()).toMatchObject({ page: 'phones', shown: 'run', dialog: 'resume' })
    expect(asked('run:resume')).toEqual([])

    await goOn(stores, { tenantId: tenant.id, phones: [], batches: 1 })
    expect(asked('run:resume')).toHaveLength(1)
  })

  test('asks nothing in another tenant: main refuses it there, and says where it belongs', async () => {
    const { stores, asked, run } = storesWith(unsent, { ...tenant, id: 'fabrikam' })
    await resumeRun(stores, run)
    expect(stores.view.getState().dialog).toBeUndefined()
    expect(asked('run:resume')).toMatchObject([{ request: { confirmed: { tenantId: tenant.id } } }])
  })

  test('confirms nothing that nobody was asked about, should main have entered its tenant by then', async () => {
    const { stores, asked, run } = storesWith(unsent, { ...tenant, id: 'fabrikam' })
    await resumeRun(stores, run)
    expect(asked('run:resume')).toMatchObject([{ request: { confirmed: { phones: [], batches: 0 } } }])
  })

  test('that is on the screen does not fetch it again', async () => {
    const { stores, asked } = storesWith(allSent)
    takeEvents(stores, allSent)
    await watchAgain(stores)
    expect(asked('run:open')).toEqual([])
    expect(asked('run:resume')).toHaveLength(1)
  })
})

describe('the question whether to sign phones in', () => {
  test('takes the start back when it is closed while that is under way, and else only closes', async () => {
    const { stores, asked } = storesWith(allSent)
    stores.view.setState({ dialog: 'start' })
    closeQuestion(stores, false)
    expect(stores.view.getState().dialog).toBeUndefined()
    expect(asked('run:stop-watching')).toEqual([])

    stores.view.setState({ dialog: 'start' })
    closeQuestion(stores, true)
    expect(stores.view.getState().dialog).toBeUndefined()
    expect(asked('run:stop-watching')).toHaveLength(1)
  })
})

describe('another try of the failed phones', () => {
  const failed = runEvents(
    goodSheet,
    ...submitted,
    {
      type: 'PhonesReported',
      batch: 0,
      phones: [0, 1].map((phone) => ({ phone, status: 'failed', said: 'failed' })),
    },
    { type: 'RunFinished' },
  )

  test('is asked about in the tenant of the run', async () => {
    const { stores, asked } = storesWith(failed)
    takeEvents(stores, failed)
    await askToRetry(stores)
    expect(stores.view.getState().dialog).toBe('retry')
    expect(asked('run:retry-failed')).toEqual([])
  })

  test.each<[string, SessionState]>([
    ['in another tenant', { ...here, tenant: { ...tenant, id: 'fabrikam' } }],
    ['when nobody is signed in', { kind: 'signed-out', accounts: [] }],
  ])(
    'asks nothing %s, where the question would come up unasked after the next sign-in',
    async (_where, session) => {
      const { stores, asked } = storesWith(failed)
      takeEvents(stores, failed)
      stores.session.setState({ session })
      await askToRetry(stores)
      expect(stores.view.getState().dialog).toBeUndefined()
      expect(asked('run:retry-failed')).toMatchObject([
        { request: { confirmed: { phones: [], batches: 0 } } },
      ])
      expect(stores.notices.getState()).toMatchObject([{ about: 'run', message: 'Not here.' }])
    },
  )
})

describe('when the network is back', () => {
  test('a watched run is looked at, and nobody is told how that went', async () => {
    const { stores, asked } = storesWith(allSent)
    takeEvents(stores, runEvents(goodSheet, ...submitted))
    await lookSinceOnline(stores)
    expect(asked('run:look-now')).toHaveLength(1)
    expect(stores.notices.getState()).toEqual([])
  })

  test('nothing is asked where nothing is watched', async () => {
    const { stores, asked } = storesWith(allSent)
    takeEvents(stores, allSent)
    await lookSinceOnline(stores)
    expect(asked('run:look-now')).toEqual([])
  })
})

test('the summary is on the clipboard, and names no phone', async () => {
  const { stores, asked } = storesWith(allSent)
  takeEvents(stores, allSent)
  await copySummary(stores)
  expect(stores.notices.getState()).toMatchObject([{ about: 'export', intent: 'success' }])
  const written = String(asked('clipboard:write')[0]?.request)
  expect(written).toContain(text.summary.title)
  expect(written).not.toContain('lobby@')
})
