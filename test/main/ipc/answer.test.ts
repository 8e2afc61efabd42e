import { describe, expect, test, vi } from 'vitest'
import { type AnswerOptions, answer, type Sender } from '../../../src/main/ipc/answer.ts'
import { type InvokeChannel, invokeChannels } from '../../../src/shared/ipc.ts'
import { succeed } from '../../../src/shared/result.ts'
import { text } from '../../../src/shared/text/index.ts'
import { sameHandler } from '../../support/same-handler.ts'

const sender = {} as Sender

function answering(options: Partial<AnswerOptions> = {}): {
  ask(channel: InvokeChannel, ...args: readonly unknown[]): Promise<unknown>
  readonly handled: ReturnType<typeof vi.fn>
  readonly unexpected: ReturnType<typeof vi.fn>
} {
  const handled = vi.fn(() => succeed(undefined))
  const unexpected = vi.fn()
  const handlers = sameHandler(handled)
  return {
    handled,
    unexpected,
    ask: (channel, ...args) =>
      answer(channel, sender, args, { handlers, isTrusted: () => true, unexpected, ...options }),
  }
}

const refused = (message: unknown = expect.any(String)) => ({
  ok: false,
  failure: expect.objectContaining({ kind: 'bad-request', message }),
})

const row = { row: 2, username: 'a@contoso.com', hardwareId: '00-04-F2-00-00-01', region: '' }
const sheet = { name: 'a.csv', rows: [row], hasRegionColumn: false, issues: [] }
const confirmed = { tenantId: 't', phones: [{ username: 'a', hardwareId: 'b' }], batches: 1 }
const startRequest = { sheet, region: 'NOAM', includeSignedIn: false, confirmed }

describe('a request of the right shape', () => {
  test.each<[InvokeChannel, unknown]>([
    ['app:info', undefined],
    ['list:drop', { name: 'a.csv', bytes: Uint8Array.of(1) }],
    ['run:start', { sheet, region: undefined, includeSignedIn: false, confirmed }],
    ['run:start', { sheet, region: 'NOAM', includeSignedIn: true, confirmed }],
    ['run:retry-failed', { runId: 'r', confirmed }],
    ['run:export', { runId: 'a', kind: 'failed' }],
    ['clipboard:write', 'http://noam.example/'],
    ['link:open', 'planSipGateway'],
    ['session:sign-in', { way: 'browser' }],
    ['session:sign-in', { way: 'device-code', tenant: 'contoso.com', accountId: 'a' }],
    ['session:sign-out', {}],
    ['settings:change', { clientId: null, tenant: 'contoso.com', region: null, theme: 'dark' }],
  ])('reaches the handler of %s', async (channel, request) => {
    const { ask, handled } = answering()

    expect(await ask(channel, request)).toEqual({ ok: true, value: undefined })
    expect(handled).toHaveBeenCalledExactlyOnceWith(request)
  })

  test('keeps nothing that the contract does not name', async () => {
    const { ask, handled } = answering()
    await ask('run:retry-failed', { runId: 'r', confirmed, more: 1 })

    expect(handled).toHaveBeenCalledExactlyOnceWith({ runId: 'r', confirmed })
  })
})

describe('a request of the wrong shape is refused', () => {
  const malformed: Record<InvokeChannel, readonly unknown[]> = {
    'app:info': [1],
    'session:get': [{}],
    'session:explore': ['contoso'],
    'session:sign-in': [undefined, {}, { way: 'password' }, { way: 'browser', tenant: 1 }],
    'session:cancel-sign-in': [{}],
    'session:open-code-page': ['https://contoso.com/'],
    'session:switch': [undefined, {}, { accountId: 1 }],
    'session:sign-out': [undefined, 0, { accountId: 1 }, { account: 'a' }],
    'settings:get': [{}],
    'settings:change': [
      undefined,
      { theme: 'pink' },
      { way: 'direct' },
      { region: 'MARS' },
      { fullNamesInLog: 1 },
      { clientId: 1 },
      { updates: 'on' },
      { accessSteps: { a: [1] } },
      { managed: {} },
      { fileBeside: {} },
      { layouts: [] },
      { layout: { headings: ['UPN'], columns: {} } },
      { layout: { headings: ['UPN', 'MAC'], columns: { username: -1 } } },
      { layout: { headings: ['UPN', 'MAC'], columns: { owner: 1 } } },
    ],
    'settings:answer-file-beside': [
      undefined,
      { sha256: 'c0ffee' },
      { sha256: 7, use: true },
      { sha256: 'c0ffee', use: 'yes' },
      { sha256: 'c0ffee', use: true, path: 'C:\\policy.json' },
    ],
    'module:probe': [{}, '/usr/bin/pwsh'],
    'updates:get': [{}],
    'updates:check': ['http://127.0.0.1/'],
    'updates:download': ['https://contoso.com/setup.exe'],
    'updates:install': [undefined, 'soon', { when: 'now' }, true],
    'updates:open-page': ['https://contoso.com/'],
    'proxy:get': [{}],
    'proxy:answer': [
      undefined,
      {},
      { id: -1 },
      { id: 1, credentials: { username: 'a' } },
      { id: 1, credentials: { username: 'a', password: 'b'.repeat(261) } },
    ],
    'log:open-folder': ['/etc'],
    'diagnostics:copy': [{}],
    'tenant-test:run': [{}],
    'tenant-test:save': ['C:\\report.txt'],
    'list:browse': ['/etc/passwd'],
    'list:drop': [
      undefined,
      { name: 'a', bytes: 'text' },
      { name: 'a', bytes: [1] },
      { name: 1, bytes: new Uint8Array() },
    ],
    'list:sample': [[]],
    'list:at-launch': ['other.csv'],
    'list:save-template': [undefined, 'xls', '../phones.csv', { format: 'csv' }],
    'list:recent': [{}],
    'list:forget-recent': ['all'],
    'list:open-recent': [undefined, {}, { id: 1 }, { id: 'a', path: '/etc/passwd' }],
    'saved:open': [undefined, { file: 'a' }, { file: 'a', how: 'run' }, { how: 'open' }],
    'list:save': [undefined, { sheet: { ...sheet, rows: [{}] } }],
    'list:unsaved': [undefined, 'phones.csv', { list: 1 }, { name: 'phones.csv' }],
    'run:start': [
      undefined,
      { ...startRequest, rows: [1.5] },
      { ...startRequest, rows: '2-6' },
      { ...startRequest, retryOf: 1 },
      { sheet, region: 'MARS', includeSignedIn: false, confirmed },
      { sheet, region: 'NOAM', confirmed },
      { ...startRequest, sheet: { ...sheet, rows: [{ ...row, row: '2' }] } },
      { ...startRequest, confirmed: { ...confirmed, phones: 1 } },
      { ...startRequest, confirmed: { ...confirmed, phones: [{ username: 'a' }] } },
      { sheet, region: 'NOAM', includeSignedIn: false },
    ],
    'run:retry-failed': [undefined, { runId: 1, confirmed }],
    'run:stop-watching': [{}],
    'run:open': [undefined, { runId: 1 }],
    'run:resume': [undefined, { runId: 'a' }, { runId: 'a', confirmed: { ...confirmed, phones: 1 } }],
    'run:discard-queued': [undefined, {}, { runId: 7 }],
    'run:look-now': [{}],
    'run:evidence': [undefined, { runId: 'a', batch: -1 }, { runId: 'a', batch: '0' }],
    'run:decide': [
      undefined,
      { runId: 'a', batch: 0, decision: 'leave', confirmed },
      { runId: 'a', batch: 0, decision: { kind: 'adopt' }, confirmed },
      { runId: 'a', batch: 0, decision: { kind: 'leave' } },
    ],
    'run:accept-failures': [
      undefined,
      { runId: 'a', reason: 'x' },
      { runId: 'a', reason: 1, confirmed },
      { runId: 'a', reason: 'x'.repeat(5_000), confirmed },
    ],
    'run:current': [{}],
    'run:export': [undefined, 'results', { runId: 'a', kind: 'everything' }, { kind: 'results' }],
    'report:save': [
      undefined,
      { runIds: [], site: '', format: 'pdf' },
      { runIds: ['a'], format: 'pdf' },
      { runIds: 'a', site: '', format: 'pdf' },
      { runIds: ['a'], site: '' },
      { runIds: ['a'], site: '', format: 'docx' },
    ],
    'run:delete': [undefined, { runId: ['a'] }],
    'history:runs': [{}],
    'history:batches': [{}],
    'history:batch': [undefined, { batchId: 1 }],
    'history:elsewhere': [{}],
    'site:check': [
      undefined,
      {},
      { region: 'MARS' },
      { region: 'NOAM', publicIp: 'contoso.com' },
      { region: 'NOAM', timeServer: 'time.contoso.com' },
      { region: 'NOAM', host: 'x' },
    ],
    'site:save': [
      undefined,
      { file: '/etc/passwd', content: '' },
      { file: 'kea' },
      { file: 'kea', content: 1 },
    ],
    'readiness:check': [
      undefined,
      {},
      { usernames: 'lobby@contoso.com', withTenant: true },
      { usernames: [1], withTenant: true },
      { usernames: [] },
    ],
    'readiness:stop': [{}],
    'readiness:save': [
      undefined,
      { file: '../evil.ps1', usernames: [] },
      { file: 'fix-number.ps1' },
      { file: 'fix-number.ps1', usernames: [1] },
      { file: 'fix-number.ps1', usernames: [], content: 'Remove-Item' },
    ],
    'inventory:read': [
      undefined,
      {},
      { hardwareIds: 'x' },
      { hardwareIds: [1] },
      { hardwareIds: [], host: 'x' },
    ],
    'inventory:stop': [{}],
    'clipboard:write': [undefined, 1, ['a']],
    'link:open': [undefined, 'https://contoso.com/', 'toString'],
  }
  const cases = invokeChannels.flatMap((channel) =>
    malformed[channel].map((request) => [channel, request] as const),
  )

  test.each(cases)('by %s: %j', async (channel, request) => {
    const { ask, handled } = answering()

    expect(await ask(channel, request)).toEqual(refused())
    expect(handled).not.toHaveBeenCalled()
  })

  test('also when there is more than one argument', async () => {
    expect(await answering().ask('app:info', undefined, 1)).toEqual(refused())
  })
})

describe('a request that is too large is refused in words that help', () => {
  const { failures } = text.main

  test.each<[string, InvokeChannel, unknown]>([
    [failures.fileTooLarge(5), 'list:drop', { name: 'a', bytes: new Uint8Array(5 * 1024 * 1024 + 1) }],
    [failures.clipboardTooLong, 'clipboard:write', 'a'.repeat(64 * 1024 * 1024 + 1)],
    [
      failures.cellTooLong,
      'run:start',
      { ...startRequest, sheet: { ...sheet, rows: [{ ...row, username: 'a'.repeat(32_768) }] } },
    ],
    [
      failures.tooManyRows,
      'run:start',
      { ...startRequest, sheet: { ...sheet, rows: Array(100_001).fill(row) } },
    ],
  ])('%s', async (message, channel, request) => {
    expect(await answering().ask(channel, request)).toEqual(refused(message))
  })

  test('and the largest that is allowed is not', async () => {
    const request = { name: 'a', bytes: new Uint8Array(5 * 1024 * 1024) }

    expect(await answering().ask('list:drop', request)).toMatchObject({ ok: true })
  })
})

test('nobody but the page of the app is answered, whatever is asked', async () => {
  const { ask, handled } = answering({ isTrusted: () => false })

  for (const channel of invokeChannels)
    expect(await ask(channel)).toEqual(refused(text.main.failures.foreignSender.message))
  expect(handled).not.toHaveBeenCalled()
})

test('an exception is written down, and nothing of it reaches the page', async () => {
  const error = new Error('token eyJ0 at /home')
  const { ask, handled, unexpected } = answering()
  handled.mockRejectedValueOnce(error)
  const failed = await ask('session:get')

  expect(failed).toEqual({ ok: false, failure: { kind: 'unexpected', ...text.main.failures.unexpected } })
  expect(unexpected).toHaveBeenCalledExactlyOnceWith('session:get', error)
})
