import { fail, type Result, succeed } from '../../result.ts'
import type { Vendor } from '../vendors.ts'
import type { DhcpLines, DhcpRequest, DhcpServer } from './dhcp-request.ts'
import { dhcpdLines } from './dhcpd.ts'
import { dnsmasqLines } from './dnsmasq.ts'
import { fortigateLines } from './fortigate.ts'
import { iosLines } from './ios.ts'
import { isIpv4 } from './ipv4.ts'
import { keaLines } from './kea.ts'
import { mikrotikLines } from './mikrotik.ts'
import { optionValues } from './one-value.ts'
import { windowsLines } from './windows.ts'

/** Why no lines are written. */
export type DhcpRefusal =
  /** No maker has a DHCP option that Microsoft names. */
  | { readonly kind: 'no-rules' }
  | { readonly kind: 'scope-missing' }
  | { readonly kind: 'scope-unused' }
  | { readonly kind: 'scope-invalid' }
  /** The server cannot tell makers apart, and they need different values of one option. */
  | {
      readonly kind: 'two-values'
      readonly option: 66 | 160
      readonly vendors: readonly (readonly Vendor[])[]
    }

/** What a server's lines can do, and how they are written. */
type Server = {
  /** Whether it can give other options to other MAC prefixes. */
  readonly tellsMakersApart: boolean
  readonly scope: 'optional' | 'required' | 'none'
  readonly isScope: (scope: string) => boolean
  readonly write: (request: DhcpRequest) => DhcpLines
}

const isNetwork = (text: string): boolean =>
  isIpv4(text.replace(/\/\d+$/, '')) && /\/(?:[89]|[12]\d|3[0-2])$/.test(text)
const wholeServer = { tellsMakersApart: true, scope: 'none', isScope: () => false } as const

const servers: Readonly<Record<DhcpServer, Server>> = {
  windows: { tellsMakersApart: true, scope: 'optional', isScope: isIpv4, write: windowsLines },
  dhcpd: { ...wholeServer, write: dhcpdLines },
  kea: { ...wholeServer, write: keaLines },
  dnsmasq: { ...wholeServer, write: dnsmasqLines },
  ios: {
    tellsMakersApart: false,
    scope: 'required',
    isScope: (name) => /^[\w.-]{1,60}$/.test(name),
    write: iosLines,
  },
  mikrotik: { tellsMakersApart: false, scope: 'required', isScope: isNetwork, write: mikrotikLines },
  fortigate: {
    tellsMakersApart: false,
    scope: 'required',
    isScope: (id) => /^[1-9]\d{0,9}$/.test(id),
    write: fortigateLines,
  },
}

/** Whether a server's lines need to know a scope, may know one, or hold for all of it. */
export const scopeOf = (server: DhcpServer): Server['scope'] => servers[server].scope

/** Whether a server can give other options to other makers, by their MAC prefixes. */
export const tellsMakersApart = (server: DhcpServer): boolean => servers[server].tellsMakersApart

/** The lines of a server, or why there are none. The values of a request are those that its maker has checked. */
export function dhcpLines(server: DhcpServer, request: DhcpRequest): Result<DhcpLines, DhcpRefusal> {
  const { tellsMakersApart, scope, isScope, write } = servers[server]
  if (request.rules.length === 0) return fail({ kind: 'no-rules' })
  if (request.scope === undefined && scope === 'required') return fail({ kind: 'scope-missing' })
  if (request.scope !== undefined && scope === 'none') return fail({ kind: 'scope-unused' })
  if (request.scope !== undefined && !isScope(request.scope)) return fail({ kind: 'scope-invalid' })
  const clash = tellsMakersApart ? undefined : twoValues(request)
  return clash ? fail(clash) : succeed(write(request))
}

function twoValues({ rules }: DhcpRequest): DhcpRefusal | undefined {
  for (const option of [160, 66] as const) {
    const values = optionValues(rules).filter((value) => value.option === option)
    if (values.length > 1)
      return { kind: 'two-values', option, vendors: values.map(({ vendors }) => vendors) }
  }
  return undefined
}
