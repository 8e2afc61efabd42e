import { access, readdir } from 'node:fs/promises'
import { win32 } from 'node:path'
import type { WhyOnlyTold } from '../../shared/updates.ts'

/**
 * How this build came to be here; undefined where nobody has published it. MSI, ZIP and the installer are packed
 * from one folder, so nothing inside tells them apart: only the installer leaves its uninstaller beside the
 * program (electron-builder, templates/nsis/common.nsh, `Uninstall ${PRODUCT_FILENAME}.exe`).
 */
export async function describeBuild(of: {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** The file that runs. */
  readonly exe: string
  /** app-update.yml of the resources: electron-builder writes it where it is told where to publish. */
  readonly feedFile: string
}): Promise<'installed' | WhyOnlyTold | undefined> {
  return (await isThere(of.feedFile)) ? describeInstallation(of) : undefined
}

/** How the running program came to this computer, no matter who published it. */
export async function describeInstallation({
  platform,
  env,
  exe,
}: {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly exe: string
}): Promise<'installed' | WhyOnlyTold> {
  if (env['PORTABLE_EXECUTABLE_FILE']) return 'portable'
  if (platform !== 'win32') return 'system'
  const folder = win32.dirname(exe)
  if (!(await hasUninstaller(folder))) return 'managed-install'
  return isForEverybody(folder, env) ? 'all-users' : 'installed'
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

async function hasUninstaller(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.some((name) => /^uninstall .+\.exe$/i.test(name))
}

/** An administrator updates an installation for all users; the app doesn't do so by itself. */
function isForEverybody(folder: string, env: NodeJS.ProcessEnv): boolean {
  const within = `${folder}\\`.toLowerCase()
  return ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432']
    .map((name) => env[name])
    .some((programs) => programs !== undefined && within.startsWith(`${programs}\\`.toLowerCase()))
}
