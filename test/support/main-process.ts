import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTokenCache } from '../../src/core/auth/token-cache.ts'
import type { Clock } from '../../src/core/clock/clock.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns, type Runs } from '../../src/core/run/runs.ts'
import { createGateways } from '../../src/core/session/gateways.ts'
import { createMicrosoft } from '../../src/core/session/microsoft.ts'
import { createMicrosoftSignIn } from '../../src/core/session/microsoft-sign-in.ts'
import { createSessionService, type SessionService } from '../../src/core/session/session-service.ts'
import type { SessionState } from '../../src/shared/session.ts'
import type { Authority } from './authority/authority.ts'
import { oslo } from './authority/directory.ts'
import { person } from './authority/person.ts'
import { keyedCipher, memoryStore } from './authority/token-safe.ts'
import { noModule } from './no-module.ts'
import { removeFolder } from './remove-folder.ts'
import { sessionMemory } from './session-memory.ts'

export type MainProcess = {
  readonly sessions: SessionService
  readonly runs: Runs
  /** All that the page has been told. */
  readonly states: readonly SessionState[]
  close(): Promise<void>
}

/** The desktop's main process without Electron: sessions and runs, at a local authority and service. */
export async function openMainProcess(options: {
  readonly authority: Authority
  readonly api: string
  readonly clock: Clock
}): Promise<MainProcess> {
  const { authority, api, clock } = options
  const standIns = { authority: authority.origin, api }
  const userAgent = 'sip-gateway-bulk-sign-in/test'
  const directory = await mkdtemp(join(tmpdir(), 'main-process-'))
  const runs = createRuns({
    repository: createRunRepository(directory),
    appVersion: '0.0.0',
    random: Math.random,
  })
  const states: SessionState[] = []
  const sessions = createSessionService({
    explore: () => Promise.reject(new Error('Not the simulated tenant')),
    microsoft: createMicrosoft({
      signIn: createMicrosoftSignIn({
        cache: createTokenCache({ store: memoryStore(), cipher: keyedCipher() }),
        fetch,
        // No call of the authority may be cut short because the time of day is hurried.
        clock: { ...clock, sleep: () => new Promise(() => {}) },
        userAgent,
        browser: { open: person(oslo).open, pages: async () => ({ success: '', error: '' }) },
        standIns,
      }),
      clientId: () => undefined,
      sessions: {
        gateways: createGateways({ fetch, userAgent, standIns, module: noModule }),
        way: () => 'direct',
        clock,
      },
    }),
    memory: sessionMemory(),
    isWatched: runs.isBusy,
    unwatched: runs.idle,
    now: clock.now,
    changed: (state) => states.push(state),
    renewed: () => runs.wake(),
    returned: () => {},
  })
  return {
    sessions,
    runs,
    states,
    async close() {
      runs.stopWatching('closing')
      await runs.idle()
      await sessions.close()
      await removeFolder(directory)
    },
  }
}
