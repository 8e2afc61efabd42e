import { join } from 'node:path'
import type { App } from 'electron'
import type { Log } from '../log/log.ts'
import { describeBuild } from '../updates/build.ts'
import type { UpdatesOptions } from '../updates/updates.ts'

/** Where this build gets newer ones from, if anywhere. `feed` stands in for that, in tests. */
export function updateSource(options: {
  readonly app: Pick<App, 'getPath' | 'isPackaged'>
  readonly feed: string | undefined
  readonly userAgent: string
  readonly log: Log
}): Pick<UpdatesOptions, 'build' | 'open'> {
  const { app, feed, userAgent, log } = options
  return {
    async build() {
      if (feed !== undefined) return 'installed'
      if (!app.isPackaged) return undefined
      const { platform, env, resourcesPath } = process
      const feedFile = join(resourcesPath, 'app-update.yml')
      return describeBuild({ platform, env, exe: app.getPath('exe'), feedFile })
    },
    async open() {
      const { openElectronUpdater } = await import('../updates/electron-updater.ts')
      return openElectronUpdater({
        userAgent,
        log: (level, message) => log.write({ level, area: 'updates', message }),
        ...(feed !== undefined && { feed }),
      })
    },
  }
}
