import type { Tenant } from '../../gateway/tenant.ts'
import type { Fact } from '../../readiness/facts.ts'

/** An address of either family and how many of its bits count (MicrosoftTeams module, Get-CsTenantTrustedIPAddress). */
export type TrustedRange = { readonly address: string; readonly maskBits: number }

/** The trusted IP addresses of a tenant: where its phones may be to sign in. */
export type TrustedAddresses = {
  readonly tenant: Pick<Tenant, 'name' | 'simulated'>
  readonly ranges: Fact<readonly TrustedRange[]>
}

/** The range that an IPv4 address is in; undefined where none has it. */
export const rangeOf = (ipv4: string, ranges: readonly TrustedRange[]): TrustedRange | undefined =>
  ranges.find(({ address, maskBits }) => {
    const [mine, its] = [numberOf(ipv4), numberOf(address)]
    if (mine === undefined || its === undefined) return false
    const size = 2 ** (32 - maskBits)
    return Math.floor(mine / size) === Math.floor(its / size)
  })

export const rangeAsText = ({ address, maskBits }: TrustedRange): string => `${address}/${maskBits}`

/** An IPv4 address as one number; undefined for one of IPv6. */
function numberOf(address: string): number | undefined {
  const bytes = address.split('.').map(Number)
  if (bytes.length !== 4 || bytes.some((byte) => !(byte >= 0 && byte <= 255))) return undefined
  return bytes.reduce((number, byte) => number * 256 + byte, 0)
}
