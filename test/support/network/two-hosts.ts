import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import process from 'node:process'

/**
 * Two hosts on this machine with a network between them (Linux's network namespaces), which can be cut for real. Both
 * have addresses of 127.0.0.0/8, the only ones that the app takes for a stand-in of the service.
 */
export type TwoHosts = {
  /** Runs a command there. */
  on(host: Host, command: Command): void
  /** A command that runs there. */
  there(host: Host, command: Command): Command
  /** The network as it was at first, and without the firewall. */
  mend(): void
  close(): void
}

export type Host = 'near' | 'far'
export type Command = readonly [program: string, ...args: string[]]

/** Where a server on the far host can be reached from the near one. */
export const farAddress = '127.0.0.1'

/**
 * Why there can be no such hosts here; undefined where there can. Where they are required, as by .ci/run, it throws:
 * the tests must not pass by having been left out.
 */
export function whyNoTwoHosts(): string | undefined {
  const why = lookForReason()
  if (why === undefined) return undefined
  if (process.env['REQUIRE_NETWORK_FAULTS'] === '1')
    throw new Error(`Network faults are required, but ${why}`)
  console.log(`Network faults: left out, because ${why}.`)
  return why
}

function lookForReason(): string | undefined {
  if (process.platform !== 'linux') return `${process.platform} has no network namespaces`
  if (process.getuid?.() !== 0) return 'only root can make network namespaces'
  try {
    openTwoHosts().close()
    return undefined
  } catch (error) {
    return `network namespaces cannot be made (iproute2 and nftables are needed): ${(error as Error).message.replace(/\s+/g, ' ').trim()}`
  }
}

export function openTwoHosts(): TwoHosts {
  const id = randomBytes(4).toString('hex')
  const names: Record<Host, string> = { near: `near-${id}`, far: `far-${id}` }
  const addresses: Record<Host, string> = { near: '127.0.0.2', far: farAddress }
  const hosts = ['near', 'far'] as const
  const there = (host: Host, command: Command): Command => ['ip', 'netns', 'exec', names[host], ...command]
  const on = (host: Host, command: Command): void => run(there(host, command))
  const close = (): void => {
    process.off('exit', close)
    for (const host of hosts) tryTo(() => run(['ip', 'netns', 'delete', names[host]]))
  }
  const mend = (): void => {
    tryTo(() => on('far', ['nft', 'delete', 'table', 'ip', 'faults']))
    for (const host of hosts) {
      on(host, ['ip', 'link', 'set', 'wire', 'up'])
      on(host, ['ip', 'route', 'replace', '127.0.0.0/8', 'dev', 'wire', 'src', addresses[host]])
    }
  }
  // Also of a test that ran out of time.
  process.on('exit', close)
  try {
    for (const host of hosts) run(['ip', 'netns', 'add', names[host]])
    run([
      'ip',
      '-n',
      names.near,
      'link',
      'add',
      'wire',
      'type',
      'veth',
      'peer',
      'name',
      'wire',
      'netns',
      names.far,
    ])
    for (const host of hosts) {
      on(host, ['ip', 'address', 'add', `${addresses[host]}/8`, 'dev', 'wire'])
      on(host, [
        'sh',
        '-c',
        'for each in all wire; do echo 1 > /proc/sys/net/ipv4/conf/$each/route_localnet; done',
      ])
    }
    // Three seconds, instead of a quarter of an hour, until a connection that nothing comes back on is given up.
    on('near', ['sh', '-c', 'echo 3 > /proc/sys/net/ipv4/tcp_retries2'])
    mend()
    on('far', ['nft', 'list', 'tables'])
  } catch (error) {
    close()
    throw error
  }
  return { on, there, mend, close }
}

function run([program, ...args]: Command): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

function tryTo(work: () => void): void {
  try {
    work()
  } catch {
    // Not there: what it was to do is done.
  }
}
