import { fail, type Result, succeed } from '../../src/shared/result.ts'
import { changelogSection } from './changelog-section.ts'

/** The notes of a release in Markdown, or why there can be none. */
export function releaseNotes(of: {
  /** `v1.2.0`; `draft` for what has no version yet, or else the latest one. */
  readonly tag: string
  /** That of package.json. */
  readonly version: string
  readonly changelog: string
  /** The names of the files to be released, as far as they are there. */
  readonly files: readonly string[]
}): Result<string, string> {
  const { tag, version, changelog, files } = of
  if (tag !== 'draft' && tag !== `v${version}`)
    return fail(
      `The tag is ${JSON.stringify(tag)}, but package.json has the version ${version}: v${version}.`,
    )
  const section =
    (tag === 'draft' && changelogSection(changelog, 'Unreleased')) || changelogSection(changelog, version)
  if (section === undefined) return fail(`CHANGELOG.md has nothing under "## ${version}".`)
  return succeed([section, ...(files.some(isUnsignedForWindows) ? [unsigned] : []), verify].join('\n\n'))
}

const isUnsignedForWindows = (name: string): boolean => /-unsigned\.(exe|msi)$/.test(name)

const unsigned =
  '**The files for Windows are not signed.** Windows will warn before it runs them: compare their checksums first.'

const verify = `To check a file: its SHA-256 is in \`SHA256SUMS\` (\`Get-FileHash FILE\`), and \`gh attestation verify FILE --repo OWNER/NAME\`, with the names of this repository, shows that its workflow made it.`
