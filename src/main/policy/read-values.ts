import * as z from 'zod/mini'
import { isClientId } from '../../shared/auth/client-id.ts'
import { isTenantName } from '../../shared/auth/tenant-name.ts'
import { parseRegion, regions } from '../../shared/gateway/region.ts'
import {
  type ManagedBy,
  type ManagedSetting,
  type PolicyValues,
  updatePolicies,
} from '../../shared/policy.ts'
import { text } from '../../shared/text/index.ts'
import type { PolicySource } from './policy.ts'

/**
 * The good values of one place, and a sentence for each of the others, of the first few. `unclear`: it says something
 * about updates that nobody understands.
 */
export function readValues(
  { place, values }: PolicySource,
  by: ManagedBy['by'],
): {
  readonly values: PolicyValues
  readonly troubles: readonly string[]
  readonly unclear: boolean
} {
  const good: Record<string, unknown> = {}
  const troubles: string[] = []
  let unclear = false
  for (const [said, value] of values) {
    const name = names.find((one) => one.toLowerCase() === said.toLowerCase())
    if (!name) {
      troubles.push(words.unknown(place, said))
      continue
    }
    const read = policies[name].value.safeParse(value)
    if (read.success) good[policies[name].setting] ??= read.data
    else {
      const switchesOff = name === 'Updates' && by === 'organisation'
      troubles.push(words.notUsable(place, name, shown(value), words.takes[name], switchesOff))
      unclear ||= switchesOff
    }
  }
  const more = troubles.length - mostTroubles
  return {
    values: good,
    troubles: more > 0 ? [...troubles.slice(0, mostTroubles), words.more(place, more)] : troubles,
    unclear,
  }
}

const { policy: words } = text.main

/** A file of 64 KB has room for thousands. */
const mostTroubles = 8

const typed = z.string().check(z.trim())

/** By the name that stands in the registry and in the file; case does not count. */
const policies = {
  ClientId: { setting: 'clientId', value: typed.check(z.refine(isClientId)) },
  Tenant: { setting: 'tenant', value: typed.check(z.refine(isTenantName)) },
  Region: { setting: 'region', value: z.pipe(z.pipe(typed, z.transform(parseRegion)), z.enum(regions)) },
  Updates: {
    setting: 'updates',
    // A REG_DWORD of 0, as policies that switch something off commonly are.
    value: z.pipe(
      z.pipe(
        typed.check(z.toLowerCase()),
        z.transform((value) => (value === '0' ? 'off' : value)),
      ),
      z.enum(updatePolicies),
    ),
  },
} satisfies Record<keyof typeof words.takes, { setting: ManagedSetting; value: z.ZodMiniType }>

const names = Object.keys(policies) as readonly (keyof typeof policies)[]

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
