import type { GridSource } from '../../../src/shared/phones/grid.ts'
import type { Sheet } from '../../../src/shared/phones/sheet.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import type { AppSettings } from '../../../src/shared/settings.ts'
import { cellsOf } from './example-lists.ts'
import { operator, realTenant, simulatedTenant } from './example-run.ts'
import type { ScriptedMain } from './page-alone.ts'

export const signedOut: SessionState = { kind: 'signed-out', accounts: [] }
const signedIn = { kind: 'signed-in', operator, accounts: [] } as const
export const simulated: SessionState = { ...signedIn, tenant: simulatedTenant, storage: 'none' }
export const real: SessionState = { ...signedIn, tenant: realTenant, storage: 'encrypted' }

export const plainSettings: AppSettings = {
  theme: 'system',
  fullNamesInLog: false,
  updates: 'tell',
  managed: {},
  troubles: [],
}

/**
 * A main that does nothing: somebody is signed in or not, and Browse opens the list. A session with words in it is a
 * function: the language is not chosen yet when the module of a screen is loaded.
 */
export function mainWith(
  session: SessionState | (() => SessionState),
  list?: Sheet | GridSource,
): ScriptedMain {
  return {
    'app:info': () => succeed({ version: '0.1.0', electron: '45', chromium: '156', platform: 'win32' }),
    'session:get': () => succeed(typeof session === 'function' ? session() : session),
    'settings:get': () => succeed(plainSettings),
    'updates:get': () => succeed({ can: 'install', looking: false, stage: { kind: 'nothing-known' } }),
    'run:current': () => succeed([]),
    'history:runs': () => succeed({ runs: [], unreadable: [] }),
    'history:batches': () => succeed([]),
    'history:elsewhere': () => succeed({ batches: [], unread: 0 }),
    'list:at-launch': () => succeed(undefined),
    'list:browse': () => succeed(list && ('grids' in list ? list : cellsOf(list))),
    'clipboard:write': () => succeed(undefined),
    'run:export': () => succeed('C:\\Users\\admin\\Downloads\\phones-300 results 2026-11-21.csv'),
  }
}
