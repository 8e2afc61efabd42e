import { describe, expect, test, vi } from 'vitest'
import type { BatchSummary } from '../../../src/core/gateway/gateway.ts'
import { createElsewhereReader } from '../../../src/core/run/elsewhere.ts'
import type { RunRepository } from '../../../src/core/run/run-repository.ts'
import type { TenantSession as Session } from '../../../src/core/session/tenant-session.ts'
import { historyHandlers } from '../../../src/main/handlers/history.ts'
import type { GatewayFailure } from '../../../src/shared/gateway/failure.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { pastRun } from '../../../src/shared/run/past-run.ts'
import { text } from '../../../src/shared/text/index.ts'
import { startedWith, stateOf, tenant } from '../../support/run-samples.ts'

const state = stateOf(startedWith(3), { type: 'BatchSubmitted', batch: 0, batchId: 'AB-1' })
const run = pastRun(state, undefined)

const summary = (batchId: string, more: Partial<BatchSummary> = {}): BatchSummary => ({
  ...{ batchId, batchStatus: 'Completed', itemsCount: undefined, region: undefined },
  ...{ requestTime: undefined, userId: undefined },
  ...more,
})
const unreachable: GatewayFailure = {
  kind: 'unreachable',
  sent: 'no',
  why: { code: 'written', sentence: 'No network.' },
}

function setUp(options: { readonly signedIn?: boolean; readonly failure?: GatewayFailure } = {}) {
  const { signedIn = true, failure } = options
  const summaries = [
    summary('timeless'),
    summary('old', { requestTime: '2026-03-01T08:00:00Z' }),
    summary('ab-1', { requestTime: '2026-03-02T09:00:00Z', region: 'NOAM', itemsCount: 3, userId: 'u' }),
  ]
  const item = { userName: 'a@contoso.com', hardwareId: '00-04-F2-81-24-B3' }
  const gateway = {
    batchSummaries: vi.fn(async () => (failure ? fail(failure) : succeed(summaries))),
    batchStatus: vi.fn(async (batchId: string) =>
      failure
        ? fail(failure)
        : succeed({
            ...{ batchId, batchStatus: 'Completed' },
            items: [
              { ...item, status: 'Success', error: undefined },
              { ...item, status: 'failed', error: 'Device is offline.' },
            ],
          }),
    ),
  }
  const repository = {
    list: vi.fn<RunRepository['list']>(async () => succeed({ runs: [run], unreadable: [] })),
    overview: vi.fn<RunRepository['list']>(async () => succeed({ runs: [run], unreadable: [] })),
    remove: vi.fn<RunRepository['remove']>(async () => succeed(undefined)),
  }
  const leave = vi.fn()
  const discard = vi.fn(async () => {})
  const handlers = historyHandlers({
    repository: repository as unknown as RunRepository,
    runs: { leave },
    sessions: { current: () => (signedIn ? ({ tenant, gateway } as unknown as Session) : undefined) },
    elsewhere: createElsewhereReader(() => Date.parse('2026-03-02T10:00:00Z')),
    discard,
  })
  return { handlers, repository, leave, discard }
}

describe('history', () => {
  test('tells what others have submitted today, and not what runs of this disk have', async () => {
    const { handlers, repository } = setUp()
    expect(await handlers['history:elsewhere'](undefined)).toEqual(
      succeed({
        unread: 0,
        batches: [
          {
            batchId: 'timeless',
            phones: [{ username: 'a@contoso.com', hardwareId: '00-04-F2-81-24-B3', status: 'signed in' }],
          },
        ],
      }),
    )
    expect(repository.list).toHaveBeenCalledOnce()
    expect(await setUp({ failure: unreachable }).handlers['history:elsewhere'](undefined)).toMatchObject({
      failure: { kind: 'service', message: "The batch history couldn't be read. No network." },
    })
    expect(await setUp({ signedIn: false }).handlers['history:elsewhere'](undefined)).toMatchObject({
      failure: { kind: 'signed-out' },
    })
  })

  test('joins the batch history with the runs of this disk, the latest first', async () => {
    expect(await setUp().handlers['history:batches'](undefined)).toEqual(
      succeed([
        {
          ...{ batchId: 'ab-1', batchStatus: 'Completed', phones: 3, region: 'NOAM', userId: 'u' },
          ...{ requestTime: '2026-03-02T09:00:00Z', runId: run.runId },
        },
        { batchId: 'old', batchStatus: 'Completed', requestTime: '2026-03-01T08:00:00Z' },
        { batchId: 'timeless', batchStatus: 'Completed' },
      ]),
    )
  })

  test('calls no batch made elsewhere while the runs of this disk cannot be read', async () => {
    const { handlers, repository } = setUp()
    const gone = fail({ kind: 'file', message: 'EIO' } as const)
    repository.overview.mockResolvedValue(gone)
    expect(await handlers['history:runs'](undefined)).toEqual(gone)
    expect(await handlers['history:batches'](undefined)).toEqual(gone)
  })

  test('tells the phones of a batch that was made elsewhere', async () => {
    const phone = { username: 'a@contoso.com', hardwareId: '00-04-F2-81-24-B3' }
    expect(await setUp().handlers['history:batch']({ batchId: 'old' })).toEqual(
      succeed([
        { ...phone, status: 'signed in', said: 'Success' },
        { ...phone, status: 'failed', said: 'failed', error: 'Device is offline.' },
      ]),
    )
  })

  test('shows what is on this disk to nobody in particular, and the batch history to who is signed in', async () => {
    const { handlers } = setUp({ signedIn: false })
    expect(await handlers['history:runs'](undefined)).toEqual(succeed({ runs: [run], unreadable: [] }))
    const refused = { ok: false, failure: { kind: 'signed-out' } }
    expect(await handlers['history:batches'](undefined)).toMatchObject(refused)
    expect(await handlers['history:batch']({ batchId: 'old' })).toMatchObject(refused)
  })

  test('says why the batch history cannot be read', async () => {
    const { handlers } = setUp({ failure: unreachable })
    const why = { ok: false, failure: { kind: 'service', message: expect.stringContaining('No network.') } }
    expect(await handlers['history:batches'](undefined)).toMatchObject(why)
    expect(await handlers['history:batch']({ batchId: 'old' })).toMatchObject(why)
  })

  test('shows a run no longer that is deleted, and still shows one that could not be', async () => {
    const { handlers, repository, leave, discard } = setUp()
    const request = { runId: run.runId }
    expect(await handlers['run:delete'](request)).toMatchObject({ ok: true })
    expect(repository.remove).toHaveBeenCalledExactlyOnceWith(run.runId, discard)
    expect(leave).toHaveBeenCalledExactlyOnceWith(run.runId)

    repository.remove.mockResolvedValue(
      fail({ kind: 'run-under-way', ...text.run.watchedElsewhere(undefined) }),
    )
    expect(await handlers['run:delete'](request)).toMatchObject({ failure: { kind: 'run-under-way' } })
    expect(leave).toHaveBeenCalledOnce()
  })
})
