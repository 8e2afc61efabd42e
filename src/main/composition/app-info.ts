import type { App } from 'electron'
import type { AppInfo } from '../../shared/ipc.ts'

/** Which app this is, and what it runs on. */
export function appInfoOf(
  app: Pick<App, 'getVersion'>,
  { platform, versions }: Pick<NodeJS.Process, 'platform' | 'versions'>,
): AppInfo {
  const { electron, chrome } = versions
  return { version: app.getVersion(), electron, chromium: chrome, platform }
}
