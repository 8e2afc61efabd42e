import { posix, win32 } from 'node:path'

export type PolicyPlaces = {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** The program that reads the registry, by its full path; undefined where there is no registry. */
  readonly registry: string | undefined
  /** The organisation's file, which only administrators can write; undefined where there is no such place. */
  readonly file: string | undefined
  /** In the folder of the program; undefined where that is inside of a bundle. */
  readonly beside:
    | {
        readonly file: string
        /** Whether the program was set up there, and not only saved: a portable file or an AppImage never is. */
        readonly isInstalled: boolean
      }
    | undefined
}

/**
 * Where policies can lie. On Windows the organisation has the registry alone, besides the folder of an installed
 * program: into %ProgramData% everybody can write (`administrators-only.ts`).
 */
export function policyPlaces(of: {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** The file that runs. */
  readonly exe: string
}): PolicyPlaces {
  const { platform, env, exe } = of
  const path = platform === 'win32' ? win32 : posix
  const appImage = platform === 'linux' ? env['APPIMAGE'] : undefined
  const portableFolder = env['PORTABLE_EXECUTABLE_DIR'] || (appImage ? path.dirname(appImage) : undefined)
  const beside = {
    file: path.join(portableFolder ?? path.dirname(exe), fileName),
    isInstalled: portableFolder === undefined,
  }
  switch (platform) {
    case 'win32':
      return { platform, env, registry: regExe(env), file: undefined, beside }
    case 'darwin': {
      const file = `/Library/Application Support/SIP Gateway Bulk Sign-in/${fileName}`
      return { platform, env, registry: undefined, file, beside: undefined }
    }
    default: {
      const file = `/etc/sip-gateway-bulk-sign-in/${fileName}`
      return { platform, env, registry: undefined, file, beside }
    }
  }
}

const fileName = 'policy.json'

/** By its full path, so that no `reg.exe` of another folder is run in its place. */
function regExe(env: NodeJS.ProcessEnv): string {
  const root = env['SystemRoot']
  return win32.join(root && win32.isAbsolute(root) ? root : 'C:\\Windows', 'System32', 'reg.exe')
}
