import { z } from 'zod'
import { isClientId } from '../../shared/auth/client-id.ts'
import { isTenantName } from '../../shared/auth/tenant-name.ts'
import { parseRegion, regions } from '../../shared/gateway/region.ts'
import { text } from '../../shared/text/index.ts'
import { type Policy, type PolicySource, updatePolicies } from './policy.ts'

/**
 * Merges the policies of all places into one: value by value, the first place with a good one counts, and what cannot
 * be used becomes a trouble. Where it is unclear what the organisation wants of updates, they are off.
 */
export function mergePolicies(sources: readonly PolicySource[]): Policy {
  const merged: Record<string, unknown> = {}
  const troubles: string[] = []
  let unclear = false

  for (const { place, values, unreadable } of sources) {
    if (unreadable !== undefined) {
      troubles.push(unreadable)
      unclear = true
    }
    for (const [said, value] of values) {
      const name = names.find((one) => one.toLowerCase() === said.toLowerCase())
      if (!name) {
        troubles.push(words.unknown(place, said))
        continue
      }
      const read = policies[name].value.safeParse(value)
      if (read.success) merged[policies[name].setting] ??= read.data
      else {
        troubles.push(words.notUsable(place, name, shown(value), words.takes[name]))
        unclear ||= name === 'Updates'
      }
    }
  }
  if (unclear) merged['updates'] ??= 'off'
  return { ...merged, troubles }
}

const { policy: words } = text.main

const typed = z.string().trim()

/** By the name that stands in the registry and in the file; case does not count. */
const policies = {
  ClientId: { setting: 'clientId', value: typed.refine(isClientId) },
  Tenant: { setting: 'tenant', value: typed.refine(isTenantName) },
  Region: { setting: 'region', value: typed.transform(parseRegion).pipe(z.enum(regions)) },
  Updates: {
    setting: 'updates',
    // A REG_DWORD of 0, as policies that switch something off commonly are.
    value: typed
      .toLowerCase()
      .transform((value) => (value === '0' ? 'off' : value))
      .pipe(z.enum(updatePolicies)),
  },
} satisfies Record<keyof typeof words.takes, { setting: Exclude<keyof Policy, 'troubles'>; value: z.ZodType }>

const names = Object.keys(policies) as readonly (keyof typeof policies)[]

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
