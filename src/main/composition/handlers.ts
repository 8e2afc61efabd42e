import { release } from 'node:os'
import { join } from 'node:path'
import type { BaseWindow, Clipboard, Dialog, Shell } from 'electron'
import { systemClock } from '../../core/clock/clock.ts'
import { createElsewhereReader } from '../../core/run/elsewhere.ts'
import { standingOf } from '../../core/run/standing.ts'
import { maxPhonesPerBatch } from '../../shared/gateway/limits.ts'
import type { AppInfo, PushContract } from '../../shared/ipc.ts'
import { createFileDialogs } from '../files/file-dialogs.ts'
import { desktopHandlers } from '../handlers/desktop.ts'
import { exportHandlers } from '../handlers/export.ts'
import { historyHandlers } from '../handlers/history.ts'
import { inventoryHandlers } from '../handlers/inventory.ts'
import { listHandlers } from '../handlers/lists.ts'
import { proxyHandlers } from '../handlers/proxy.ts'
import { readinessHandlers } from '../handlers/readiness.ts'
import { runHandlers } from '../handlers/runs.ts'
import { withSavedFiles } from '../handlers/saved.ts'
import { sessionHandlers } from '../handlers/session.ts'
import { settingsHandlers } from '../handlers/settings.ts'
import { siteHandlers } from '../handlers/site.ts'
import { supportHandlers } from '../handlers/support.ts'
import { createTenantTest } from '../handlers/tenant-test.ts'
import { updateHandlers } from '../handlers/updates.ts'
import type { Handlers } from '../ipc/answer.ts'
import { diagnose } from '../log/diagnostics.ts'
import { startEntry } from '../log/start-entry.ts'
import { recentLists } from '../settings/recent-lists.ts'
import type { Services } from './services.ts'

/** All that the app does for its page, by the part of the app that does it. */
export function handlersOf(options: {
  readonly services: Services
  readonly window: BaseWindow
  readonly clipboard: Clipboard
  readonly dialog: Dialog
  readonly shell: Shell
  readonly info: AppInfo
  /** Makes a PDF of an HTML document. */
  readonly print: (html: string) => Promise<Uint8Array>
  readonly resources: string
  /** The phone list to open at launch. */
  readonly list: string | undefined
  /** The remembered session is restored. */
  readonly begun: Promise<void>
  /** Told which list has changes that are in no file. */
  readonly unsaved: (list: string | undefined) => void
  /** Sends on what is held back of a run's events. */
  readonly flush: () => void
  readonly readinessProgress: (progress: PushContract['readiness:progress']) => void
}): Handlers {
  const { services, window, clipboard, dialog, shell, info, print, begun, flush } = options
  const { settings, log, repository, runs, sessions, updates, openInBrowser, cipher, proxy } = services
  const { now, sleep } = systemClock
  const standing = standingOf(runs, repository)
  const elsewhere = createElsewhereReader(now)
  const dialogs = createFileDialogs({ dialog, window, settings })
  const tenantTest = createTenantTest({ sessions, dialogs, appVersion: info.version, now })
  const diagnostics = (): string =>
    diagnose({
      info,
      system: `${process.platform} ${release()} ${process.arch}`,
      now: now(),
      session: sessions.state(),
      encryption: cipher.check(),
      run: runs.state(),
      settings: settings.shown(),
      recent: log.recent(),
      tenantTest: tenantTest.last(),
    })
  const handlers = {
    ...desktopHandlers({ info, asked: () => log.write(startEntry('Page ready', info)), clipboard, shell }),
    ...sessionHandlers({ sessions, begun, sleep, openInBrowser }),
    ...settingsHandlers({ settings, updates, sessions, log, probe: services.probeModule }),
    ...updateHandlers({ updates, shell }),
    ...proxyHandlers(proxy),
    ...supportHandlers({ logFolder: log.folder, shell, clipboard, diagnostics }),
    ...tenantTest.handlers,
    ...listHandlers({
      dialogs,
      recent: recentLists(settings),
      sampleFile: join(options.resources, 'samples/phones-300.csv'),
      atLaunch: options.list,
      unsaved: options.unsaved,
    }),
    ...runHandlers({
      ...{ runs, repository, sessions, elsewhere, flush, now },
      batchSize: () => settings.shown().batchSize ?? maxPhonesPerBatch,
    }),
    ...exportHandlers({ standing, dialogs, print, appVersion: info.version, now }),
    ...readinessHandlers({ sessions, dialogs, progress: options.readinessProgress }),
    ...inventoryHandlers({ sessions, settings }),
    ...siteHandlers({ look: services.lookAtSite, sessions, dialogs }),
    ...historyHandlers({ repository, runs, sessions, elsewhere, discard: (file) => shell.trashItem(file) }),
  }
  return withSavedFiles(handlers, shell)
}
