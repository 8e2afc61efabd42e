import { posix, win32 } from 'node:path'

export type PolicyPlaces = {
  /** The program that reads the registry, by its full path; undefined where there is no registry. */
  readonly registry: string | undefined
  /** The first counts most. */
  readonly files: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

/**
 * Where administrators can leave policies. A file beside the program is worth as much as the program itself:
 * whoever can write the one can replace the other. In a folder of the user's own it is a preset, and no lock.
 */
export function policyPlaces(of: {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** The file that runs. */
  readonly exe: string
}): PolicyPlaces {
  const { platform, env, exe } = of
  const path = platform === 'win32' ? win32 : posix
  const beside =
    env['PORTABLE_EXECUTABLE_DIR'] || path.dirname((platform === 'linux' && env['APPIMAGE']) || exe)
  const besideFile = path.join(beside, fileName)
  switch (platform) {
    case 'win32':
      return { registry: regExe(env), files: [besideFile], env }
    case 'darwin':
      // Beside the program would be inside the signed bundle.
      return {
        registry: undefined,
        files: [`/Library/Application Support/SIP Gateway Bulk Sign-in/${fileName}`],
        env,
      }
    default:
      return { registry: undefined, files: [`/etc/sip-gateway-bulk-sign-in/${fileName}`, besideFile], env }
  }
}

const fileName = 'policy.json'

/** By its full path, so that no `reg.exe` of another folder is run in its place. */
function regExe(env: NodeJS.ProcessEnv): string {
  const root = env['SystemRoot']
  return win32.join(root && win32.isAbsolute(root) ? root : 'C:\\Windows', 'System32', 'reg.exe')
}
