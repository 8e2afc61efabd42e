import type { RunState } from '../../../shared/run/run-state.ts'
import { isIpv4 } from '../../../shared/site/dhcp/ipv4.ts'

/**
 * The public address of a site, as the service itself names it of a phone whose address is not trusted: "Public IP IPv4 -
 * 203.0.113.7, IPv6 - …". Undefined where no phone of the run failed so.
 */
export function publicIpSaid(run: RunState | undefined): string | undefined {
  for (const { result } of run?.phones ?? []) {
    const address = /Public IP IPv4\s*-\s*([\d.]+\d)/i.exec(result ?? '')?.[1]
    if (address !== undefined && isIpv4(address)) return address
  }
  return undefined
}
