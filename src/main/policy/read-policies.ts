import { harmless } from '../../shared/text/harmless.ts'
import { text } from '../../shared/text/index.ts'
import { isInProgramFiles, whyNotAdministrators } from './administrators-only.ts'
import { mergePolicies } from './merge-policies.ts'
import type { Policies, PolicySource } from './policy.ts'
import { type PolicyFile, readPolicyFile } from './policy-file.ts'
import type { PolicyPlaces } from './policy-places.ts'
import { readValues } from './read-values.ts'
import { type RunReg, readRegistry, runReg } from './registry.ts'

/** How the computer is looked at. */
type Look = {
  readonly run: RunReg
  /** Rejects where there is no such file. */
  readonly whyNotAdministrators: (file: string, platform: NodeJS.Platform) => Promise<string | undefined>
}

/**
 * Reads what administrators have set, the registry before files; and the file beside the program, which is theirs only
 * where nobody else can write. Never rejects, and takes a few seconds at most.
 */
export async function readPolicies(
  places: PolicyPlaces,
  look: Look = { run: runReg, whyNotAdministrators },
): Promise<Policies> {
  const { platform, env, registry, file, beside } = places
  const keys = registry === undefined ? undefined : await readRegistry(registry, env, look.run)
  const ofComputer = file === undefined ? [] : [await readOrganisations(file, platform, look)]
  const found = beside ? await readPolicyFile(beside.file) : missing
  if (!beside || found.kind === 'missing')
    return { organisation: mergePolicies([...(keys?.sources ?? []), ...ofComputer]) }

  const isOrganisations =
    beside.isInstalled &&
    (platform === 'win32'
      ? isInProgramFiles(beside.file, keys?.programFiles)
      : (await whyNot(beside.file, platform, look)) === undefined)
  const besides = isOrganisations ? [sourceOf(beside.file, found)] : []
  const organisation = mergePolicies([...(keys?.sources ?? []), ...ofComputer, ...besides])
  return isOrganisations ? { organisation } : { organisation, ...whatLiesBeside(beside.file, found) }
}

const { policy: words } = text.main

const missing: PolicyFile = { kind: 'missing' }

/** A file that counts as the organisation's, unless others may have written it: then nobody knows what it wants. */
async function readOrganisations(file: string, platform: NodeJS.Platform, look: Look): Promise<PolicySource> {
  const found = await readPolicyFile(file)
  if (found.kind === 'missing') return sourceOf(file, found)
  const why = await whyNot(file, platform, look)
  return sourceOf(file, why === undefined ? found : { kind: 'unreadable', reason: why })
}

const whyNot = (file: string, platform: NodeJS.Platform, look: Look): Promise<string | undefined> =>
  look
    .whyNotAdministrators(file, platform)
    .catch((error: NodeJS.ErrnoException) => error.code ?? error.message)

function sourceOf(file: string, found: PolicyFile): PolicySource {
  const place = harmless(file)
  switch (found.kind) {
    case 'missing':
      return { place, values: new Map() }
    case 'unreadable':
      return { place, values: new Map(), unreadable: words.unreadable(place, found.reason) }
    case 'read':
      return { place, values: found.values }
  }
}

/** What nobody vouches for: its good values, to be asked about, and what is wrong with the others. It decides nothing. */
function whatLiesBeside(path: string, found: Exclude<PolicyFile, { kind: 'missing' }>): Partial<Policies> {
  const place = harmless(path)
  if (found.kind === 'unreadable') return { besideTroubles: [words.besideUnreadable(place, found.reason)] }
  const { values, troubles } = readValues({ place, values: found.values }, 'file-beside')
  const isUsable = Object.keys(values).length > 0
  return { besideTroubles: troubles, ...(isUsable && { fileBeside: { path, sha256: found.sha256, values } }) }
}
