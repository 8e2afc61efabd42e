import type { InvokeChannel, Request } from '../../../src/shared/ipc.ts'

const sheet = {
  name: 'phones.csv',
  rows: [{ row: 2, username: 'lobby@contoso.com', hardwareId: '00-04-F2-81-24-B3', region: '' }],
  hasRegionColumn: false,
  issues: [],
}
const confirmed = { tenantId: '11111111-2222-4333-8444-555555555555', phones: 1, batches: 1 }

const runId = '20260302-090000-abcdef'

/** One request of the right shape for each channel: what attacks are made of. A new channel needs one, too. */
export const validRequests = {
  'app:info': undefined,
  'session:get': undefined,
  'session:explore': undefined,
  'session:sign-in': { way: 'browser', tenant: 'contoso.com', accountId: 'a' },
  'session:cancel-sign-in': undefined,
  'session:open-code-page': undefined,
  'session:switch': { accountId: 'a' },
  'session:sign-out': { accountId: 'a' },
  'settings:get': undefined,
  'settings:change': {
    clientId: '12128f48-ec9e-42f0-b203-ea49fb6af367',
    tenant: 'contoso.com',
    region: 'NOAM',
    theme: 'dark',
    fullNamesInLog: true,
    updates: 'tell',
  },
  'settings:answer-file-beside': { sha256: 'c0ffee', use: true },
  'updates:get': undefined,
  'updates:check': undefined,
  'updates:download': undefined,
  'updates:install': 'at-close',
  'updates:open-page': undefined,
  'proxy:get': undefined,
  'proxy:answer': { id: 1, credentials: { username: 'admin', password: 'pass' } },
  'log:open-folder': undefined,
  'diagnostics:copy': undefined,
  'list:browse': undefined,
  'list:drop': { name: 'phones.csv', bytes: Uint8Array.of(1) },
  'list:sample': undefined,
  'list:at-launch': undefined,
  'run:start': { sheet, region: 'NOAM', includeSignedIn: false, confirmed },
  'run:retry-failed': { runId, confirmed },
  'run:open': { runId },
  'run:resume': { runId, confirmed },
  'run:discard-queued': { runId },
  'run:stop-watching': undefined,
  'run:look-now': undefined,
  'run:evidence': { runId, batch: 0 },
  'run:accept-failures': { runId, reason: 'device-offline', confirmed },
  'run:decide': { runId, batch: 0, decision: { kind: 'adopt', batchId: 'b' }, confirmed },
  'run:current': undefined,
  'run:export': { runId, kind: 'results' },
  'run:delete': { runId },
  'history:runs': undefined,
  'history:batches': undefined,
  'history:batch': { batchId: 'b' },
  'clipboard:write': 'text',
  'link:open': 'planSipGateway',
} satisfies { readonly [Channel in InvokeChannel]: Request<Channel> }
