import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { EventEmitter } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns, type Runs } from '../../src/core/run/runs.ts'
import { keepUpdated } from '../../src/main/composition/keep-updated.ts'
import { openElectronUpdater } from '../../src/main/updates/electron-updater.ts'
import type { Updates, UpdatesOptions } from '../../src/main/updates/updates.ts'
import type { VerifySignature } from '../../src/main/updates/verify-signature.ts'
import type { UpdatePolicy } from '../../src/shared/policy.ts'
import { removeFolder } from './remove-folder.ts'
import { type SmallServer, smallServer } from './small-server.ts'
import { type SteppedClock, steppedClock } from './stepped-clock.ts'
import { until } from './until.ts'
import type { UpdaterElectron } from './updater-electron.ts'
import { type VirtualClock, virtualClock } from './virtual-clock.ts'

/** An app as main composes it, with real runs and the real library, and a publisher on this machine. */
export type UpdatedApp = {
  readonly updates: Updates
  readonly runs: Runs
  /** Of the runs. */
  readonly clock: VirtualClock
  /** Of the updates. */
  readonly time: SteppedClock
  readonly publisher: SmallServer
  /** The lines that the library wrote to its log. */
  readonly log: readonly string[]
  readonly quits: () => number
  /** Policies say something else of updates from now on. */
  sayOfUpdates(policy: UpdatePolicy | undefined): void
  /** Downloads what is published, to its end. */
  download(): Promise<void>
  /** The app has quit; answers whether the library was told to install. */
  quit(exitCode?: number): boolean
  /** The programs that were started so far. */
  started(): readonly string[]
  /** Waits until the installer has run, and answers with which arguments. */
  installed(): Promise<string>
  close(): Promise<void>
}

export async function openUpdatedApp(
  electron: UpdaterElectron,
  options: {
    readonly policy?: UpdatePolicy
    readonly preference?: 'tell' | 'off'
    readonly build?: Awaited<ReturnType<UpdatesOptions['build']>> | undefined
    readonly published?: string
    readonly publisherName?: string
    readonly verify?: VerifySignature | 'real'
    /** The bytes that the publisher serves in place of the installer that it promised. */
    readonly forged?: string
    /** What the publisher answers when it is asked for the latest version, in the place of that. */
    readonly told?: (response: ServerResponse) => void
  } = {},
): Promise<UpdatedApp> {
  const { policy, preference = 'tell', published = '0.2.0', forged, told } = options
  let says = policy
  const build = 'build' in options ? options.build : 'installed'
  const { publisherName = 'CN=Contoso', verify = async () => null } = options
  const folder = await mkdtemp(join(tmpdir(), 'updates-'))
  const marker = join(folder, 'installed')
  const installer = `#!/bin/sh\necho "$*" > '${marker}.part' && mv '${marker}.part' '${marker}'\n`
  const sha512 = createHash('sha512').update(installer).digest('base64')
  const publisher = await smallServer(({ path }, response) => {
    if (/^\/latest[a-z0-9-]*\.yml/.test(path)) {
      if (told) return told(response)
      const file = `files:\n  - url: setup.exe\n    sha512: ${sha512}\n    size: ${installer.length}\n`
      response.end(
        `version: ${published}\n${file}path: setup.exe\nsha512: ${sha512}\nreleaseDate: '2026-11-01'\n`,
      )
    } else if (path.startsWith('/setup.exe') && !path.includes('blockmap')) response.end(forged ?? installer)
    else response.writeHead(404).end()
  })
  await writeFile(
    join(folder, 'app-update.yml'),
    `provider: generic\nurl: ${publisher.baseUrl}\nupdaterCacheDirName: cache\n${
      publisherName === '' ? '' : `publisherName:\n  - ${publisherName}\n`
    }`,
  )
  electron.become({ version: '0.1.0', folder })

  const clock = virtualClock()
  const time = steppedClock()
  const log: string[] = []
  const app = Object.assign(new EventEmitter(), { quit: vi.fn() })
  const runs = createRuns({
    repository: createRunRepository(join(folder, 'runs')),
    appVersion: '0.1.0',
    random: () => 0.5,
  })
  const updates = keepUpdated({
    app,
    runs,
    policy: () => says,
    preference: () => preference,
    build: async () => build,
    open: async () =>
      openElectronUpdater({
        userAgent: 'sip-gateway-bulk-sign-in/0.1.0',
        log: (_level, message) => log.push(message),
        ...(verify !== 'real' && { verify }),
      }),
    clock: time,
    changed: () => undefined,
    failed: () => undefined,
  })
  const started: ChildProcess[] = []
  // "Emitted when a new process is created" (Node.js, "Diagnostics Channel", 'child_process'): before it has a file.
  const note = (message: unknown): void => {
    started.push((message as { readonly process: ChildProcess }).process)
  }
  subscribe('child_process', note)
  return {
    updates,
    runs,
    clock,
    time,
    publisher,
    log,
    quits: () => app.quit.mock.calls.length,
    sayOfUpdates(policy) {
      says = policy
      updates.policyChanged()
    },
    async download() {
      const looked = await updates.look()
      if (!looked.ok) throw new Error(looked.failure.message)
      const begun = updates.download()
      if (!begun.ok) throw new Error(begun.failure.message)
      await expect.poll(() => updates.state().stage.kind).not.toBe('downloading')
      const pending = (await readdir(folder, { recursive: true })).find((name) => name.endsWith('setup.exe'))
      // Windows runs a file by its name, other systems by its mode.
      if (pending !== undefined) await chmod(join(folder, pending), 0o755)
    },
    quit(exitCode = 0) {
      const before = log.length
      app.emit('quit', {}, exitCode)
      return log.slice(before).some((line) => line.startsWith('Install:'))
    },
    started: () => started.map(({ spawnfile }) => spawnfile),
    installed: () =>
      until('What the installer leaves', () =>
        readFile(marker, 'utf8').then(
          (left) => left.trim(),
          () => undefined,
        ),
      ),
    async close() {
      unsubscribe('child_process', note)
      electron.leave()
      await publisher.close()
      // An installer that was started may still be leaving its mark.
      await removeFolder(folder)
    },
  }
}
