import { join } from 'node:path'
import type { App, Net, SafeStorage, Shell, session } from 'electron'
import { systemClock } from '../../core/clock/clock.ts'
import { runsDirectory } from '../../core/run/run-files.ts'
import { createRunRepository, type RunRepository } from '../../core/run/run-repository.ts'
import { createRuns, type Runs } from '../../core/run/runs.ts'
import { probeModule } from '../../core/session/probe-module.ts'
import { createSessionService, type SessionService } from '../../core/session/session-service.ts'
import { exploreSimulatedTenant } from '../../core/session/simulated-session.ts'
import { checkSite } from '../../core/site/check-site.ts'
import { thisNetwork } from '../../core/site/site-network.ts'
import { microsoftAuthority } from '../../shared/auth/authority.ts'
import type { Region } from '../../shared/gateway/region.ts'
import type { ModuleProbe } from '../../shared/powershell/probe.ts'
import type { SiteObservations } from '../../shared/site/check/observation.ts'
import { briefly } from '../../shared/text/briefly.ts'
import { electronMicrosoft } from '../electron/electron-microsoft.ts'
import { electronProxy } from '../electron/electron-proxy.ts'
import { createProxySignIn, type ProxySignIn } from '../electron/proxy-sign-in.ts'
import { type SystemCipher, safeStorageCipher } from '../electron/safe-storage-cipher.ts'
import type { Push } from '../ipc/page-line.ts'
import type { Log } from '../log/log.ts'
import { runEntry } from '../log/log-entries.ts'
import { browserFor } from '../page/open-in-browser.ts'
import type { CommandLine } from '../settings/command-line.ts'
import type { Settings } from '../settings/settings.ts'
import type { Updates } from '../updates/updates.ts'
import { keepUpdated } from './keep-updated.ts'
import type { Kept } from './open-kept.ts'
import { updateSource } from './update-source.ts'

const defaultSpeed = 20

/** What works behind the window, and would without one. */
export type Services = {
  readonly settings: Settings
  readonly log: Log
  readonly repository: RunRepository
  readonly runs: Runs
  readonly sessions: SessionService
  readonly updates: Updates
  /** Looks at the way from this computer to SIP Gateway; `timeServer` is the site's own. */
  readonly lookAtSite: (region: Region, timeServer: string | undefined) => Promise<SiteObservations>
  /** Whether Microsoft's module can be used on this computer. */
  readonly probeModule: () => Promise<ModuleProbe>
  readonly cipher: SystemCipher
  readonly proxy: ProxySignIn
  /** Rejects for an address that is nobody's to open. */
  readonly openInBrowser: (url: string) => Promise<void>
}

/** Opens the services of an app that is ready. Makes no call to the network. */
export function openServices(options: {
  readonly kept: Kept
  readonly app: App
  readonly net: Pick<Net, 'request'>
  readonly session: Pick<typeof session, 'fromPartition'>
  readonly safeStorage: SafeStorage
  readonly shell: Pick<Shell, 'openExternal'>
  readonly commandLine: CommandLine
  readonly resources: string
  readonly push: Push
  /** The browser has done its part of a sign-in. */
  readonly returned: () => void
}): Services {
  const { app, commandLine, push, returned } = options
  const { settings, log } = options.kept
  const { speed, isPrepared, standIns, updateFeed } = commandLine
  const userData = app.getPath('userData')
  const userAgent = `sip-gateway-bulk-sign-in/${app.getVersion()}`

  const repository = createRunRepository(runsDirectory(userData))
  const runs = createRuns({ repository, appVersion: app.getVersion(), random: Math.random })
  runs.subscribe((event, when) => {
    if (when === 'now') log.write(runEntry(event))
  })

  const cipher = safeStorageCipher(options.safeStorage, process.platform)
  // Tried before anybody signs in, so that the diagnostics tell what came of it.
  void cipher.available()
  const proxy = createProxySignIn({
    now: systemClock.now,
    changed: (question) => push('proxy:changed', question),
  })

  const module = {
    // PowerShell can't read files within the asar.
    script: join(app.isPackaged ? process.resourcesPath : options.resources, 'powershell/bridge.ps1'),
    chatter: (line: string) => log.write({ level: 'info', area: 'powershell', message: briefly(line, 300) }),
  }
  const openInBrowser = browserFor(standIns?.authority ?? microsoftAuthority, options.shell)
  const sessions = createSessionService({
    explore: () => exploreSimulatedTenant({ userAgent, speed: speed ?? defaultSpeed, isPrepared }),
    microsoft: electronMicrosoft({
      ...options,
      module,
      cipher,
      proxy,
      openInBrowser,
      userAgent,
      settings,
      log,
    }),
    memory: settings,
    isWatched: runs.isBusy,
    unwatched: runs.idle,
    now: systemClock.now,
    changed: (state) => push('session:changed', state),
    renewed: () => runs.wake(),
    returned,
  })

  const updates = keepUpdated({
    app,
    runs,
    policy: () => settings.policy().updates,
    preference: () => settings.shown().updates,
    ...updateSource({ app, feed: updateFeed, userAgent, log }),
    clock: systemClock,
    changed: (state) => push('updates:changed', state),
    failed: (error) => log.write({ level: 'warning', area: 'updates', message: briefly(String(error), 300) }),
  })
  const network = thisNetwork(electronProxy(options.session))
  const lookAtSite: Services['lookAtSite'] = (region, timeServer) =>
    checkSite({ region, network, userAgent, ...(timeServer !== undefined && { timeServer }) })
  const signInServices = { sessions, cipher, proxy, openInBrowser }
  const probe = () => probeModule({ ...module, version: settings.shown().moduleVersion })
  return { settings, log, repository, runs, updates, lookAtSite, probeModule: probe, ...signInServices }
}
