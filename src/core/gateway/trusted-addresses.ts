import { z } from 'zod'
import type { Tenant } from '../../shared/gateway/tenant.ts'
import { known, unread } from '../../shared/readiness/facts.ts'
import type { TrustedAddresses, TrustedRange } from '../../shared/site/check/trusted-addresses.ts'
import { lowerCaseKeys } from './read-keys.ts'
import type { TenantReads } from './tenant-reads.ts'

/** Long enough for a slow answer. The other parts of a site check take much less time. In ms. */
const usualLimit = 15_000

/** Reads the trusted IP addresses of a session's tenant; where that fails, the answer says why. */
export async function readTrustedAddresses(
  { tenant, reads }: { readonly tenant: Tenant; readonly reads: Pick<TenantReads, 'policies'> },
  limitMs = usualLimit,
): Promise<TrustedAddresses> {
  const { answer } = await reads.policies('TenantTrustedIPAddress', AbortSignal.timeout(limitMs))
  if (!answer.ok) return { tenant, ranges: unread(answer.failure.kind) }
  const ranges = rangesIn(answer.value)
  return { tenant, ranges: ranges ? known(ranges) : unread('odd') }
}

/** Undefined where one of them is no address: nobody can say then what the tenant does not trust. */
function rangesIn(json: unknown): readonly TrustedRange[] | undefined {
  const instances = lowerCaseKeys(json)
  const read = z.array(instance).safeParse(Array.isArray(instances) ? instances : [instances])
  if (!read.success) return undefined
  const ranges = read.data.map(({ ipaddress, identity, maskbits }) => {
    const [address = '', bits] = (ipaddress ?? identity ?? '').trim().split('/')
    const most = z.ipv4().safeParse(address).success ? 32 : z.ipv6().safeParse(address).success ? 128 : 0
    const maskBits = Number(maskbits ?? bits ?? most)
    return maskBits >= 1 && maskBits <= most && Number.isInteger(maskBits) ? { address, maskBits } : undefined
  })
  const good = ranges.filter((range) => range !== undefined)
  return good.length === ranges.length ? good : undefined
}

/** Keys in lower case. The identity of an instance is its address, too. */
const instance = z.object({
  identity: z.string().nullish(),
  ipaddress: z.string().nullish(),
  maskbits: z.union([z.number(), z.string()]).nullish(),
})
