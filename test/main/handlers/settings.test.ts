import { expect, test } from 'vitest'
import { settingsHandlers } from '../../../src/main/handlers/settings.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { AppSettings, SettingsChange } from '../../../src/shared/settings.ts'

/** What changes of the settings one after the other did to the session. */
async function changing(...changes: readonly SettingsChange[]): Promise<number> {
  let shown: AppSettings = {
    ...{ theme: 'system', fullNamesInLog: false, updates: 'tell', managed: {}, troubles: [] },
  }
  let reopened = 0
  const handlers = settingsHandlers({
    settings: {
      shown: () => shown,
      change(change) {
        shown = { ...shown, ...change } as AppSettings
        return succeed(shown)
      },
      answerFileBeside: () => succeed(shown),
    },
    updates: { policyChanged: () => undefined },
    sessions: {
      reopen: async () => {
        reopened++
      },
    },
    probe: async () => ({ kind: 'obstacle', obstacle: { code: 'no-host' } }),
    log: { write: () => undefined },
  })
  for (const change of changes) await handlers['settings:change'](change)
  return reopened
}

test('another way to the service, or another version of the module, opens the session anew', async () => {
  expect(await changing({ way: 'powershell' }, { way: 'powershell' }, { moduleVersion: '7.9.0' })).toBe(2)
})

test('nothing else does', async () => {
  expect(await changing({ theme: 'dark' }, { tenant: 'contoso.com' }, { batchSize: 25 })).toBe(0)
})
