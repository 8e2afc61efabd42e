import { copyFile, cp, mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AfterPackContext, Configuration } from 'electron-builder'

/**
 * The two builds of a signed release. electron-builder would sign in the middle of its work, and all of its packages
 * would then see the secrets. So it builds twice, without them: `collect` lays aside what the installers contain, to be
 * signed there, and `use` builds the installers around the signed files.
 */
export type SignedParts = 'collect' | 'use'

/** Where the parts lie between the two builds. */
export const partsFolder = 'artifacts/signed-parts'

/** Which of the two a build is: SIGNED_PARTS. Throws where it says neither, or a release could be called signed unsigned. */
export function readSignedParts({ SIGNED_PARTS: said }: NodeJS.ProcessEnv): SignedParts {
  if (said === 'collect' || said === 'use') return said
  throw new Error(
    'A signed release is built twice: set SIGNED_PARTS to collect, then to use (packaging/README.md).',
  )
}

/** How electron-builder takes part in it: it asks for each executable to be signed, and says when an app is packed. */
export function signingHooks(
  parts: SignedParts,
  folder: string,
): {
  readonly sign: (file: { readonly path: string }) => Promise<void>
  readonly afterSign: NonNullable<Exclude<Configuration['afterSign'], string>>
} {
  const collect = parts === 'collect'
  return {
    async sign({ path }) {
      const name = basename(path)
      // The app's executable comes with its folder, and the installers themselves are signed after the second build.
      if (!withinInstallers.test(name)) return
      const part = join(folder, name)
      await mkdir(folder, { recursive: true })
      await (collect ? copyFile(path, part) : copyFile(part, path))
    },
    // The whole folder: the executable has the hash of its app.asar in it, so neither goes with one of another build.
    async afterSign({ appOutDir, electronPlatformName }: AfterPackContext) {
      if (electronPlatformName !== 'win32') return
      const part = join(folder, basename(appOutDir))
      const [from, to] = collect ? [appOutDir, part] : [part, appOutDir]
      await rm(to, { recursive: true, force: true, maxRetries: 20 })
      await cp(from, to, { recursive: true })
    },
  }
}

/** As electron-builder names them: its helper that asks for administrator's rights, and an installer's uninstaller. */
const withinInstallers = /^elevate\.exe$|__uninstaller\.exe$/
