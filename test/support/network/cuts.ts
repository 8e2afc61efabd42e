import type { Command, Host, TwoHosts } from './two-hosts.ts'

/** A way in which a network cuts a connection. */
export type Cut = {
  readonly commands: readonly (readonly [Host, Command])[]
  /** The names that Node and Chromium give to the error. */
  readonly node: string
  readonly chromium: string
}

/** The other name that may come of it, should the cut take longer than the system's patience on a busy machine. */
export const timedOut = { node: 'ETIMEDOUT', chromium: 'ERR_TIMED_OUT' } as const

const farFirewall = (...rules: readonly string[]): Cut['commands'] =>
  rules.map((rule) => ['far', ['nft', `add rule ip faults ${rule}`]])

/** From now on nothing that the service sends is let out. */
const silent = farFirewall('out tcp sport 8080 drop')

/** Each after the whole of a submission was received, so that none proves that it was not. */
export const cuts = {
  'the route is removed': {
    commands: [...silent, ['near', ['ip', 'route', 'delete', '127.0.0.0/8']]],
    node: 'ENETUNREACH',
    chromium: 'ERR_ADDRESS_UNREACHABLE',
  },
  'the interface goes down': {
    commands: [...silent, ['near', ['ip', 'link', 'set', 'wire', 'down']]],
    node: 'ENETUNREACH',
    chromium: 'ERR_ADDRESS_UNREACHABLE',
  },
  'no host is said to be there': {
    commands: [...silent, ['near', ['ip', 'route', 'replace', 'unreachable', '127.0.0.0/8']]],
    node: 'EHOSTUNREACH',
    chromium: 'ERR_ADDRESS_UNREACHABLE',
  },
  'the network is forbidden': {
    commands: [...silent, ['near', ['ip', 'route', 'replace', 'prohibit', '127.0.0.0/8']]],
    node: 'EACCES',
    chromium: 'ERR_ACCESS_DENIED',
  },
  'a firewall refuses': {
    commands: [...silent, ...farFirewall('in tcp dport 8080 reject')],
    node: 'ECONNREFUSED',
    chromium: 'ERR_CONNECTION_REFUSED',
  },
  'a firewall lets nothing through': { commands: silent, ...timedOut },
} as const satisfies Record<string, Cut>

/**
 * Keeps the far host from confirming what it has received, before it answers: a firewall that drops a segment without
 * content. So the near host still waits for that when the network is cut, which is when systems tell what they met.
 */
export function withholdConfirmations({ on }: TwoHosts): void {
  on('far', ['nft', 'add table ip faults'])
  for (const [chain, hook] of [
    ['in', 'input'],
    ['out', 'output'],
  ])
    on('far', ['nft', `add chain ip faults ${chain} { type filter hook ${hook} priority 0; }`])
  on('far', ['nft', 'add rule ip faults out tcp flags & (syn | fin | rst | psh) == 0 drop'])
}
