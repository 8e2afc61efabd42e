import type { App } from 'electron'
import { describeInstallation } from '../updates/build.ts'

/**
 * Whether the app may show notifications. For the first one on Windows, Electron writes a shortcut into the person's Start
 * menu and a class into their registry (shell/browser/notifications/win/windows_toast_activator.cc). The installer
 * for one person has that shortcut anyway, and its uninstaller removes both. A portable program, an MSI and one that is
 * installed for everybody would leave them behind.
 */
export async function canNotify(
  app: Pick<App, 'isPackaged' | 'getPath'>,
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>,
): Promise<boolean> {
  if (platform !== 'win32' || !app.isPackaged) return true
  return (await describeInstallation({ platform, env, exe: app.getPath('exe') })) === 'installed'
}
