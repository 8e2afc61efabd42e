import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js'
import { briefly } from '../../shared/text/briefly.ts'
import { readFeed } from './feed.ts'
import { limitAnswers } from './limit-answers.ts'
import { readRelease } from './read-release.ts'
import type { Updater } from './updater.ts'
import { type VerifySignature, verifyStrictly } from './verify-signature.ts'

export type UpdaterLog = (level: 'info' | 'warning', message: string) => void

/**
 * electron-updater, told to do nothing by itself. Always that of the Windows installer: it looks for versions in
 * the same way on every system, and nothing else is ever installed. It asks by Electron's network stack in a
 * session of its own (partition `electron-updater`), so the system's proxy counts and no cookie of the app's goes
 * along. Only this file knows the library; it is loaded late, with a tenth of a second of work.
 */
export function openElectronUpdater(options: {
  readonly userAgent: string
  readonly log: UpdaterLog
  readonly verify?: VerifySignature
  /** For tests: where to look instead of where the build says. */
  readonly feed?: string
}): Updater {
  const { userAgent, log, verify = verifyStrictly, feed } = options
  const updater = new NsisUpdater()
  limitAnswers(updater)
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowPrerelease = false
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  updater.verifyUpdateCodeSignature = verify
  // For staged releases each copy of the app would send its own ID. The app sends none, and no release is staged.
  updater.requestHeaders = { 'User-Agent': userAgent, 'x-user-staging-id': 'none' }
  updater.isUserWithinRollout = () => true
  updater.logger = {
    info: (message) => log('info', short(message)),
    warn: (message) => log('warning', short(message)),
    // The library also rejects with its errors, and the caller reports them.
    error: (message) => log('info', short(message)),
  }
  // If nobody listens, a proxy that asks for a sign-in waits for ever. The app asks nobody to sign in for an update.
  updater.signals.login((_asked, answer) => (answer as () => void)())
  if (feed !== undefined) {
    updater.forceDevUpdateConfig = true
    updater.setFeedURL({ provider: 'generic', url: feed })
  }

  const config = async (): Promise<unknown> =>
    feed === undefined ? onDisk(updater) : { provider: 'generic', url: feed }

  return {
    // Without a publisher in app-update.yml the library installs whatever comes with the right checksum.
    canVerify: async () => readFeed(await config().catch(() => undefined)).publishers.length > 0,
    async look() {
      const result = await updater.checkForUpdates()
      return result?.isUpdateAvailable ? readRelease(result.updateInfo, readFeed(await config())) : undefined
    },
    async download(progressed) {
      if (readFeed(await config()).publishers.length === 0) throw new Error('This build names no publisher')
      const listener = ({ percent }: { readonly percent: number }): void => progressed(percent)
      updater.on('download-progress', listener)
      try {
        await updater.downloadUpdate()
      } finally {
        updater.off('download-progress', listener)
      }
    },
    // Without a window: the person has answered already. Not quitAndInstall, which quits although something objects.
    install: ({ restart }) => void updater.install(true, restart),
  }
}

/** The content of app-update.yml as the library has read it, so that nobody reads it in two ways. */
function onDisk(updater: object): Promise<unknown> {
  const { configOnDisk } = updater as { readonly configOnDisk: { readonly value: Promise<unknown> } }
  return configOnDisk.value
}

const short = (message: unknown): string => briefly(String(message).split(/[\r\n]/, 1)[0] ?? '', 500)
