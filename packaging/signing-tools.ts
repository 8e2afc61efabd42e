import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A package as it is downloaded for `signing-tools.csproj`, and the SHA-256 of its .nupkg. */
export type PinnedPackage = {
  readonly name: string
  readonly version: string
  readonly sha256: string
}

export type SigningTools = {
  /** What signtool has Microsoft's service make the signature with. */
  readonly client: PinnedPackage
  readonly signtool: PinnedPackage
}

/** Where `dotnet restore --packages` puts them. */
export const toolsFolder = 'artifacts/signing-tools'

/** The versions of `signing-tools.csproj`. */
export const signingTools: SigningTools = {
  client: {
    name: 'microsoft.artifactsigning.client',
    version: '1.0.128',
    sha256: '74bd7d27e6ce1051409c38d9b46bc8df0400ecd643d51ffbf2ac00869061e40b',
  },
  signtool: {
    name: 'microsoft.windows.sdk.buildtools',
    version: '10.0.26100.4654',
    sha256: '5f5783658a200f83ea2addfd406e2303a901b27ad7c49b0347c34aefcc21883d',
  },
}

/** The folder of a package, once its bytes are those that are pinned here. Throws where they are not. */
export async function checkedFolder(
  folder: string,
  { name, version, sha256 }: PinnedPackage,
): Promise<string> {
  const unpacked = join(folder, name, version)
  const file = join(unpacked, `${name}.${version}.nupkg`)
  const found = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  if (found !== sha256)
    throw new Error(
      `${file} is not the package that was pinned: its SHA-256 is ${found}, not ${sha256}. Nothing was signed.`,
    )
  return unpacked
}
