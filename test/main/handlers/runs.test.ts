import { describe, expect, test, vi } from 'vitest'
import type { Runs } from '../../../src/core/run/runs.ts'
import type { TenantSession as Session } from '../../../src/core/session/tenant-session.ts'
import { runHandlers } from '../../../src/main/handlers/runs.ts'
import type { AppFailure } from '../../../src/shared/app-failure.ts'
import type { StartRequest } from '../../../src/shared/ipc-requests.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import type { Confirmation } from '../../../src/shared/run/confirmation.ts'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { type PastRun, pastRun, type UnreadableRun } from '../../../src/shared/run/past-run.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { type Elsewhere, nothingElsewhere } from '../../../src/shared/run/submitted-elsewhere.ts'
import {
  eventsOf,
  hardwareIdOf,
  operator,
  phoneListOf,
  runStarted,
  startedWith,
  stateOf,
  tenant,
} from '../../support/run-samples.ts'

const session = { tenant, operator } as Session

function setUp(
  options: {
    readonly signedIn?: boolean
    readonly happened?: readonly RunHappening[]
    readonly busy?: true
    readonly onDisk?: readonly PastRun[]
    readonly unreadable?: readonly UnreadableRun[]
    /** Why the disk cannot be read at all. */
    readonly gone?: ReturnType<typeof fail<AppFailure>>
    /** Who is signed in, instead of always the same. */
    readonly current?: () => Session | undefined
    readonly batchSize?: number
    /** What others have submitted, as it is read when a run starts. */
    readonly elsewhere?: Elsewhere
    /** Happens while the disk is read. */
    readonly meanwhile?: () => unknown
  } = {},
) {
  const { signedIn = true, happened = [], busy = false, onDisk = [], unreadable = [] } = options
  const { gone, current = () => (signedIn ? session : undefined), meanwhile } = options
  const events = eventsOf(...happened)
  const runs = {
    start: vi.fn(async () => succeed('new-run')),
    stopWatching: vi.fn(),
    resume: vi.fn(async (_session: unknown, runId: string) => succeed(runId)),
    open: vi.fn(async (runId: string) => succeed(runId)),
    evidence: vi.fn(async () => succeed([])),
    decide: vi.fn(async () => succeed(undefined)),
    wake: vi.fn(),
    idle: vi.fn(async () => undefined),
    isBusy: () => busy,
    state: () => replay(events),
    events: () => events,
  }
  const flush = vi.fn()
  const clock = { now: 0 }
  const handlers = runHandlers({
    runs: runs as unknown as Runs,
    repository: {
      async list() {
        await meanwhile?.()
        return gone ?? succeed({ runs: onDisk, unreadable })
      },
    },
    sessions: { current },
    elsewhere: { readOrLast: async () => options.elsewhere ?? nothingElsewhere },
    flush,
    now: () => clock.now,
    batchSize: () => options.batchSize ?? 100,
  })
  return { handlers, runs, flush, clock }
}

const sheetOf = (size: number, region = ''): StartRequest['sheet'] => ({
  name: 'phones.csv',
  hasRegionColumn: region !== '',
  issues: [],
  rows: Array.from({ length: size }, (_, index) => ({
    row: index + 2,
    username: `phone${index}@contoso.com`,
    hardwareId: hardwareIdOf(index),
    region,
  })),
})
/** The first so many phones of the list, or those at these places. */
const asConfirmed = (which: number | readonly number[], batches: number): Confirmation => {
  const all = phoneListOf(150, 'NOAM').rows.map(({ username, hardwareId }) => ({ username, hardwareId }))
  const phones = typeof which === 'number' ? all.slice(0, which) : which.flatMap((at) => all[at] ?? [])
  return { tenantId: tenant.id, phones, batches }
}
const from = (first: number): readonly number[] => Array.from({ length: 150 - first }, (_, at) => first + at)
const request = (more: Partial<StartRequest> = {}): StartRequest => ({
  sheet: sheetOf(150),
  region: 'NOAM',
  includeSignedIn: false,
  confirmed: asConfirmed(150, 2),
  ...more,
})
const refusal = (kind: string) => ({ ok: false, failure: { kind, message: expect.any(String) } })

describe('a run', () => {
  test('starts as it was confirmed', async () => {
    const { handlers, runs } = setUp()

    expect(await handlers['run:start'](request())).toEqual({ ok: true, value: { runId: 'new-run' } })
    const plan = expect.objectContaining({ phones: expect.objectContaining({ length: 150 }) })
    expect(runs.start).toHaveBeenCalledExactlyOnceWith(session, plan, { listName: 'phones.csv' })
  })

  test('does not start with phones that others have under way by now, nor unasked with those they signed in', async () => {
    const [one, two] = asConfirmed(2, 1).phones
    if (!one || !two) throw new Error('Two phones are confirmed')
    const phones = [
      { ...one, status: 'signing in' as const },
      { ...two, status: 'signed in' as const },
    ]
    const { handlers, runs } = setUp({ elsewhere: { batches: [{ batchId: 'theirs', phones }], unread: 0 } })
    expect(await handlers['run:start'](request())).toMatchObject(refusal('not-confirmed'))
    expect(await handlers['run:start'](request({ includeSignedIn: true }))).toMatchObject(
      refusal('not-confirmed'),
    )
    expect(runs.start).not.toHaveBeenCalled()

    expect(await handlers['run:start'](request({ confirmed: asConfirmed(from(2), 2) }))).toMatchObject({
      ok: true,
    })
    const included = request({ includeSignedIn: true, confirmed: asConfirmed(from(1), 2) })
    expect(await handlers['run:start'](included)).toMatchObject({ ok: true })
  })

  test('starts in batches of the size that the settings have, if the page asked for the same', async () => {
    const { handlers, runs } = setUp({ batchSize: 25 })
    expect(await handlers['run:start'](request())).toMatchObject(refusal('not-confirmed'))
    expect(runs.start).not.toHaveBeenCalled()

    expect(await handlers['run:start'](request({ confirmed: asConfirmed(150, 6) }))).toMatchObject({
      ok: true,
    })
    const plan = expect.objectContaining({ batches: expect.objectContaining({ length: 6 }) })
    expect(runs.start).toHaveBeenCalledExactlyOnceWith(session, plan, { listName: 'phones.csv' })
  })

  test('leaves out the rows with errors, which were not confirmed either', async () => {
    const sheet = sheetOf(3)
    const rows = sheet.rows.map((row, index) => (index === 1 ? { ...row, username: 'nobody' } : row))
    const { handlers, runs } = setUp()
    await handlers['run:start'](request({ sheet: { ...sheet, rows }, confirmed: asConfirmed([0, 2], 1) }))

    expect(runs.start).toHaveBeenCalledOnce()
  })

  test.each<[string, Partial<Confirmation>]>([
    ['tenant', { tenantId: 'other' }],
    ['number of phones', { phones: asConfirmed(149, 2).phones }],
    ['phone', { phones: asConfirmed([...from(1), 1], 2).phones }],
    ['number of batches', { batches: 1 }],
  ])('does not start when the %s is not what was confirmed', async (_what, other) => {
    const { handlers, runs } = setUp()
    const confirmed = { ...asConfirmed(150, 2), ...other }

    expect(await handlers['run:start'](request({ confirmed }))).toMatchObject(refusal('not-confirmed'))
    expect(runs.start).not.toHaveBeenCalled()
  })

  test('has the chosen rows alone, and names the others', async () => {
    const { handlers, runs } = setUp()
    const chosen = request({ rows: [3, 5], confirmed: asConfirmed([1, 3], 1) })
    expect(await handlers['run:start']({ ...chosen, confirmed: asConfirmed([1, 2], 1) })).toMatchObject(
      refusal('not-confirmed'),
    )
    expect(await handlers['run:start'](chosen)).toMatchObject({ ok: true })
    const plan = {
      phones: [expect.objectContaining({ row: 3 }), expect.objectContaining({ row: 5 })],
      notChosen: expect.objectContaining({ length: 148 }),
    }
    expect(runs.start).toHaveBeenCalledExactlyOnceWith(session, expect.objectContaining(plan), {
      listName: 'phones.csv',
    })
  })

  test('tries another one of this tenant again, if that is on this disk', async () => {
    const other = stateOf(runStarted(planRun(phoneListOf(1, 'NOAM'))), { type: 'RunFinished' })
    const runId = '20260301-080000-aaaaaa'
    const earlier = { ...pastRun(other, undefined), runId, claims: [] }
    const again = request({ retryOf: runId })
    const { handlers, runs } = setUp({ onDisk: [earlier] })
    expect(await handlers['run:start'](again)).toMatchObject({ ok: true })
    const names = { listName: 'phones.csv', retryOf: runId }
    expect(runs.start).toHaveBeenCalledExactlyOnceWith(session, expect.anything(), names)

    expect(await setUp().handlers['run:start'](again)).toMatchObject(refusal('no-run'))
    const elsewhere = setUp({ onDisk: [{ ...earlier, tenant: { ...tenant, id: 'other' } }] })
    expect(await elsewhere.handlers['run:start'](again)).toMatchObject(refusal('not-confirmed'))
    expect(elsewhere.runs.start).not.toHaveBeenCalled()
  })

  test('leaves out the phones that another run of this tenant has, which were not confirmed either', async () => {
    const other = stateOf(runStarted(planRun(phoneListOf(40, 'NOAM'))))
    const onDisk = [{ ...pastRun(other, undefined), runId: '20260301-080000-aaaaaa' }]
    const { handlers, runs } = setUp({ onDisk })
    expect(await handlers['run:start'](request())).toMatchObject(refusal('not-confirmed'))
    expect(runs.start).not.toHaveBeenCalled()
    expect(await handlers['run:start'](request({ confirmed: asConfirmed(from(40), 2) }))).toMatchObject({
      ok: true,
    })
    const leftOut = expect.objectContaining({ length: 40 })
    expect(runs.start).toHaveBeenCalledExactlyOnceWith(session, expect.objectContaining({ leftOut }), {
      listName: 'phones.csv',
    })

    const foreign = setUp({ onDisk: onDisk.map((run) => ({ ...run, tenant: { ...tenant, id: 'other' } })) })
    expect(await foreign.handlers['run:start'](request())).toMatchObject({ ok: true })
  })

  test('does not start where other runs have all of its phones', async () => {
    const other = stateOf(runStarted(planRun(phoneListOf(150, 'NOAM'))))
    const { handlers, runs } = setUp({ onDisk: [{ ...pastRun(other, undefined), runId: 'another' }] })
    expect(await handlers['run:start'](request({ confirmed: asConfirmed(0, 0) }))).toMatchObject(
      refusal('not-confirmed'),
    )
    expect(runs.start).not.toHaveBeenCalled()
  })

  describe('of phones that were signed in before', () => {
    const before = phoneListOf(40, 'NOAM').rows
    const outcomes = before.map(({ username, hardwareId }) => ({
      ...{ username, hardwareId, status: 'signed in' as const },
      at: new Date().toISOString(),
    }))
    const finished = stateOf(startedWith(1), { type: 'RunFinished' })
    const onDisk = [
      { ...pastRun(finished, undefined), runId: '20260301-080000-aaaaaa', claims: [], outcomes },
    ]

    test('leaves them out, unless it was confirmed that they are signed in again', async () => {
      const { handlers, runs } = setUp({ onDisk })
      expect(await handlers['run:start'](request())).toMatchObject(refusal('not-confirmed'))
      const include = request({ includeSignedIn: true, confirmed: asConfirmed(from(40), 2) })
      expect(await handlers['run:start'](include)).toMatchObject(refusal('not-confirmed'))
      expect(runs.start).not.toHaveBeenCalled()

      expect(await handlers['run:start'](request({ confirmed: asConfirmed(from(40), 2) }))).toMatchObject({
        ok: true,
      })
      expect(await handlers['run:start'](request({ includeSignedIn: true }))).toMatchObject({ ok: true })
      const leftOut = (length: number) => ({ leftOut: expect.objectContaining({ length }) })
      expect(runs.start).toHaveBeenNthCalledWith(
        1,
        session,
        expect.objectContaining(leftOut(40)),
        expect.anything(),
      )
      expect(runs.start).toHaveBeenNthCalledWith(
        2,
        session,
        expect.objectContaining(leftOut(0)),
        expect.anything(),
      )
    })

    test('does not start where that is all of them', async () => {
      const { handlers, runs } = setUp({ onDisk })
      const all = request({ sheet: sheetOf(40), confirmed: asConfirmed(0, 0) })
      expect(await handlers['run:start'](all)).toMatchObject(refusal('not-confirmed'))
      expect(runs.start).not.toHaveBeenCalled()
    })
  })

  test('does not start while a run cannot be read that may have its phones', async () => {
    const changedAt = new Date().toISOString()
    const unreadable = [{ runId: '20260301-080000-aaaaaa', file: 'a.jsonl', trouble: 'EBUSY', changedAt }]
    const { handlers, runs } = setUp({ unreadable })
    expect(await handlers['run:start'](request())).toMatchObject({
      failure: { kind: 'file', message: expect.stringContaining('a.jsonl') },
    })
    expect(runs.start).not.toHaveBeenCalled()
  })

  test('does not start when a phone has no region', async () => {
    const { handlers, runs } = setUp()

    expect(await handlers['run:start'](request({ region: undefined }))).toMatchObject(
      refusal('not-confirmed'),
    )
    expect(runs.start).not.toHaveBeenCalled()
  })

  test('does not start when nobody is signed in', async () => {
    const { handlers } = setUp({ signedIn: false })

    expect(await handlers['run:start'](request())).toMatchObject(refusal('signed-out'))
  })

  test('does not start while another one is watched', async () => {
    const { handlers } = setUp({ happened: [startedWith(4)] })

    expect(await handlers['run:start'](request())).toMatchObject(refusal('run-under-way'))
  })
})

describe('another try of the failed phones', () => {
  const happened: readonly RunHappening[] = [
    startedWith(4),
    { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
    {
      type: 'PhonesReported',
      batch: 0,
      phones: [0, 1, 2].map((phone) => ({
        phone,
        status: phone === 0 ? 'signed in' : 'failed',
        said: 'x',
      })),
    },
    { type: 'RunFinished' },
  ]
  const runId = '20260302-090000-abcdef'
  // All others failed.
  const signedIn = (which: number): RunHappening => ({
    type: 'PhonesReported',
    batch: 0,
    phones: [0, 1, 2, 3].map((phone) => ({
      phone,
      status: phone === which ? 'signed in' : 'failed',
      said: 'x',
    })),
  })

  test('starts with those, and says whose they are', async () => {
    const { handlers, runs } = setUp({ happened })
    const answer = await handlers['run:retry-failed']({ runId, confirmed: asConfirmed([1, 2], 1) })

    expect(answer).toEqual({ ok: true, value: { runId: 'new-run' } })
    expect(runs.start).toHaveBeenCalledExactlyOnceWith(
      session,
      expect.objectContaining({ phones: expect.objectContaining({ length: 2 }) }),
      { listName: 'phones.csv', retryOf: runId },
    )
  })

  test('has phones that another list has signed in since only where it was confirmed that they are signed in again', async () => {
    const [, , phone] = phoneListOf(3, 'NOAM').rows
    if (!phone) throw new Error('The list has three phones')
    const outcome = { ...phone, status: 'signed in' as const, at: new Date().toISOString() }
    const other = stateOf(startedWith(1), { type: 'RunFinished' })
    const onDisk = [{ ...pastRun(other, undefined), runId: 'another', claims: [], outcomes: [outcome] }]
    const retry = async (which: readonly number[], includeSignedIn?: boolean) =>
      setUp({ happened, onDisk }).handlers['run:retry-failed']({
        ...{ runId, confirmed: asConfirmed(which, 1) },
        ...(includeSignedIn !== undefined && { includeSignedIn }),
      })
    expect(await retry([1, 2])).toMatchObject(refusal('not-confirmed'))
    expect(await retry([1, 2], false)).toMatchObject(refusal('not-confirmed'))
    expect(await retry([1])).toMatchObject({ ok: true })
    expect(await retry([1, 2], true)).toMatchObject({ ok: true })
  })

  test('leaves out what a later try has signed in, whatever was confirmed', async () => {
    const later = {
      ...stateOf(...happened.map((one) => (one.type === 'PhonesReported' ? signedIn(1) : one))),
      ...{ runId: 'later', retryOf: runId },
    }
    const { handlers, runs } = setUp({ happened, onDisk: [pastRun(later, undefined)] })
    const retry = (...phones: number[]) =>
      handlers['run:retry-failed']({ runId, confirmed: asConfirmed(phones, 1) })

    expect(await retry(1, 2)).toMatchObject(refusal('not-confirmed'))
    expect(runs.start).not.toHaveBeenCalled()
    expect(await retry(2)).toMatchObject({ ok: true })
    const plan = expect.objectContaining({ phones: [expect.objectContaining({ row: 4 })] })
    expect(runs.start).toHaveBeenCalledExactlyOnceWith(session, plan, expect.anything())
  })

  test('does not start while a later run cannot be read: it may have signed them in', async () => {
    const unreadable = (of: string) => ({ runId: of, file: `${of}.jsonl`, trouble: 'EBUSY' })
    const later = setUp({ happened, unreadable: [unreadable('20991231-000000-aaaaaa')] })
    // What nobody has written to for longer than the service remembers a batch no longer matters.
    const changedAt = '2000-01-01T00:00:00.000Z'
    const earlier = setUp({
      happened,
      unreadable: [{ ...unreadable('20000101-000000-aaaaaa'), changedAt }],
    })
    const empty = setUp({
      happened,
      unreadable: [{ ...unreadable('20991231-000000-aaaaaa'), neverBegan: true }],
    })
    const request = { runId, confirmed: asConfirmed([1, 2], 1) }

    expect(await later.handlers['run:retry-failed'](request)).toMatchObject({
      ok: false,
      failure: { kind: 'file', message: expect.stringContaining('20991231-000000-aaaaaa.jsonl') },
    })
    expect(later.runs.start).not.toHaveBeenCalled()
    for (const { handlers } of [earlier, empty])
      expect(await handlers['run:retry-failed'](request)).toMatchObject({ ok: true })
  })

  test('does not start while the folder of the runs cannot be read: a later one may have signed them in', async () => {
    const { handlers, runs } = setUp({ happened, gone: fail({ kind: 'file', message: 'EIO' }) })

    expect(await handlers['run:retry-failed']({ runId, confirmed: asConfirmed([1, 2], 1) })).toMatchObject(
      refusal('file'),
    )
    expect(runs.start).not.toHaveBeenCalled()
  })

  test.each<[string, Session | undefined, string]>([
    ['another tenant is entered', { ...session, tenant: { ...tenant, id: 'other' } }, 'not-confirmed'],
    ['somebody signs out', undefined, 'signed-out'],
  ])('does not start when %s while the disk is read', async (_what, next, kind) => {
    let here: Session | undefined = session
    const { handlers, runs } = setUp({
      happened,
      current: () => here,
      meanwhile: () => {
        here = next
      },
    })

    expect(await handlers['run:retry-failed']({ runId, confirmed: asConfirmed([1, 2], 1) })).toMatchObject(
      refusal(kind),
    )
    expect(runs.start).not.toHaveBeenCalled()
  })

  test('does not start when it is taken back while the disk is read', async () => {
    const { handlers, runs } = setUp({
      happened,
      meanwhile: async () =>
        expect(await handlers['run:stop-watching'](undefined)).toEqual(succeed(undefined)),
    })
    const retry = () => handlers['run:retry-failed']({ runId, confirmed: asConfirmed([1, 2], 1) })

    expect(await retry()).toMatchObject(refusal('no-run'))
    expect(runs.start).not.toHaveBeenCalled()
    expect(await handlers['run:stop-watching'](undefined)).toMatchObject(refusal('no-run'))
  })

  test('does not start as something else than what was confirmed', async () => {
    const { handlers } = setUp({ happened })

    expect(await handlers['run:retry-failed']({ runId, confirmed: asConfirmed([1, 2, 3], 1) })).toMatchObject(
      refusal('not-confirmed'),
    )
  })

  test('does not start of a run that is not the shown one', async () => {
    const { handlers } = setUp({ happened })

    expect(
      await handlers['run:retry-failed']({ runId: 'other', confirmed: asConfirmed([1, 2], 1) }),
    ).toMatchObject(refusal('no-run'))
  })

  test('does not start while the run is still watched', async () => {
    const { handlers } = setUp({ happened: happened.slice(0, -1) })

    expect(await handlers['run:retry-failed']({ runId, confirmed: asConfirmed([1, 2], 1) })).toMatchObject(
      refusal('run-under-way'),
    )
  })
})

describe('watching', () => {
  test('stops, and the answer comes when it has', async () => {
    const { handlers, runs } = setUp({ happened: [startedWith(4)] })

    expect(await handlers['run:stop-watching'](undefined)).toMatchObject({ ok: true })
    expect(runs.stopWatching).toHaveBeenCalledExactlyOnceWith('operator')
    expect(runs.idle).toHaveBeenCalledOnce()
  })

  test('stops a run that is about to be watched: a decision is being looked into', async () => {
    const { handlers, runs } = setUp({
      busy: true,
      happened: [startedWith(4), { type: 'WatchStopped', reason: 'undecided' }],
    })

    expect(await handlers['run:stop-watching'](undefined)).toMatchObject({ ok: true })
    expect(runs.stopWatching).toHaveBeenCalledExactlyOnceWith('operator')
  })

  test('cannot stop when nothing is watched', async () => {
    expect(await setUp().handlers['run:stop-watching'](undefined)).toMatchObject(refusal('no-run'))
  })

  test('looks at once when asked to, but not as often as somebody could ask', async () => {
    const { handlers, runs, clock } = setUp({ happened: [startedWith(4)] })
    for (const now of [0, 1, 1999, 2000]) {
      clock.now = now
      expect(await handlers['run:look-now'](undefined)).toMatchObject({ ok: true })
    }
    expect(runs.wake).toHaveBeenCalledTimes(2)
    expect(await setUp().handlers['run:look-now'](undefined)).toMatchObject(refusal('no-run'))
  })

  test('looks at once after the clock was set back, too', async () => {
    const { handlers, runs, clock } = setUp({ happened: [startedWith(4)] })
    for (const now of [3 * 3_600_000, 1000]) {
      clock.now = now
      await handlers['run:look-now'](undefined)
    }
    expect(runs.wake).toHaveBeenCalledTimes(2)
  })

  test('a reloaded window gets all events, after what was held back for the old one', async () => {
    const { handlers, flush } = setUp({ happened: [startedWith(4)] })

    expect(await handlers['run:current'](undefined)).toEqual({
      ok: true,
      value: eventsOf(startedWith(4)),
    })
    expect(flush).toHaveBeenCalledOnce()
  })
})

describe('a run that stopped', () => {
  const runId = '20260302-090000-abcdef'
  // The first of two batches is at the service, the second is not.
  const happened: readonly RunHappening[] = [
    startedWith(150),
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    { type: 'BatchSubmitted', batch: 0, batchId: 'b' },
    { type: 'WatchStopped', reason: 'closing' },
  ]

  test('is taken up, and what was confirmed is handed on to be compared with the journal', async () => {
    const { handlers, runs } = setUp({ happened })
    const confirmed = asConfirmed(75, 1)

    expect(await handlers['run:resume']({ runId, confirmed })).toMatchObject({ ok: true })
    expect(runs.resume).toHaveBeenCalledExactlyOnceWith(session, runId, confirmed)
  })

  test('waits for somebody who is signed in', async () => {
    const { handlers } = setUp({ happened, signedIn: false })

    expect(await handlers['run:resume']({ runId, confirmed: asConfirmed(75, 1) })).toMatchObject(
      refusal('signed-out'),
    )
  })
})

describe('an unconfirmed submission', () => {
  const runId = '20260302-090000-abcdef'
  const happened: readonly RunHappening[] = [
    startedWith(150),
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    { type: 'BatchOutcomeUnknown', batch: 0 },
    { type: 'WatchStopped', reason: 'operator' },
  ]
  test('is looked at and decided about in the run on the screen alone', async () => {
    const { handlers, runs } = setUp({ happened })
    expect(await handlers['run:evidence']({ runId, batch: 0 })).toEqual({ ok: true, value: [] })
    expect(await handlers['run:evidence']({ runId: 'other', batch: 0 })).toMatchObject(refusal('no-run'))
    const other = {
      runId: 'other',
      batch: 0,
      decision: { kind: 'leave' },
      confirmed: asConfirmed(75, 1),
    } as const
    expect(await handlers['run:decide'](other)).toMatchObject(refusal('no-run'))
    expect(runs.decide).not.toHaveBeenCalled()
  })

  test('is decided about as the operator says', async () => {
    const { handlers, runs } = setUp({ happened })
    const decision = { kind: 'submit-again' } as const
    const confirmed = asConfirmed(150, 2)

    expect(await handlers['run:decide']({ runId, batch: 0, decision, confirmed })).toMatchObject({ ok: true })
    expect(runs.decide).toHaveBeenCalledExactlyOnceWith(session, [{ batch: 0, decision }], confirmed)
  })
})
