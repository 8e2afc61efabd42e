import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { removeFolder } from '../remove-folder.ts'
import { until } from '../until.ts'

/** The servers that run on Linux, each with its program. */
export const freeServers = { dhcpd: 'dhcpd', kea: 'kea-dhcp4', dnsmasq: 'dnsmasq' } as const
export type FreeServer = keyof typeof freeServers

const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
const environment = { ...process.env, PATH: path }

/** Why a program cannot be used here; undefined where it can. Where it is demanded, as by .ci/run, it throws. */
export function whyNoServer(server: FreeServer): string | undefined {
  const program = freeServers[server]
  const isThere = spawnSync('which', [program], { env: environment }).status === 0
  if (isThere) return undefined
  const why = `${program} is not installed (Debian: isc-dhcp-server, kea-dhcp4-server, dnsmasq-base)`
  if (process.env['DEMAND_DHCP_SERVERS'] === '1') throw new Error(`DHCP servers are demanded, but ${why}`)
  return why
}

/** A whole configuration around the lines, with addresses to give out, as the server's own check and its start want it. */
const configurations: Readonly<Record<FreeServer, (lines: string) => string>> = {
  dhcpd: (lines) => `ping-check false;
${lines}
subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.100 10.99.0.200; }
`,
  kea: (lines) => `{ "Dhcp4": {
"interfaces-config": { "interfaces": [ "*" ], "service-sockets-max-retries": 100, "service-sockets-retry-wait-time": 100 },
"lease-database": { "type": "memfile", "persist": false },
"subnet4": [ { "id": 1, "subnet": "10.99.0.0/24", "pools": [ { "pool": "10.99.0.100 - 10.99.0.200" } ] } ],
${lines}
} }
`,
  dnsmasq: (lines) => `port=0
interface=wire
bind-interfaces
no-ping
log-facility=-
user=root
dhcp-range=10.99.0.100,10.99.0.200,1h
${lines}
`,
}

type Command = readonly [program: string, ...args: string[]]

/** How each checks a configuration, and how it serves in the foreground. */
const commands: Readonly<
  Record<FreeServer, { check(file: string): Command; serve(file: string, folder: string): Command }>
> = {
  dhcpd: {
    check: (file) => ['dhcpd', '-4', '-t', '-cf', file],
    serve: (file, folder) => {
      writeFileSync(join(folder, 'leases'), '')
      const files = ['-cf', file, '-lf', join(folder, 'leases'), '-pf', join(folder, 'pid')]
      return ['dhcpd', '-4', '-f', '-d', ...files, 'wire']
    },
  },
  kea: {
    check: (file) => ['kea-dhcp4', '-t', file],
    serve: (file) => ['kea-dhcp4', '-c', file],
  },
  dnsmasq: {
    check: (file) => ['dnsmasq', '--test', '-C', file],
    serve: (file, folder) => [
      ...(['dnsmasq', '--keep-in-foreground', '-C', file] as const),
      `--dhcp-leasefile=${join(folder, 'leases')}`,
      `--pid-file=${join(folder, 'pid')}`,
    ],
  },
}

/** What the server's own program says of a configuration with these lines; empty where it takes it. */
export async function checkedBy(server: FreeServer, lines: readonly string[]): Promise<string> {
  return withFile(server, lines, async (file) => {
    const [program, ...args] = commands[server].check(file)
    const { status, stderr, stdout } = spawnSync(program, args, { env: environment, encoding: 'utf8' })
    return status === 0 ? '' : `${stdout}${stderr}`
  })
}

/** What a device on the wire is given: the bytes of each option, in hexadecimal, by its number. */
export type Offer = Readonly<Record<string, string>>

/** The offers of a server with these lines to devices with these MAC addresses, over a network of two hosts. */
export async function offersOf(
  server: FreeServer,
  lines: readonly string[],
  macs: readonly string[],
): Promise<readonly Offer[]> {
  const id = randomBytes(3).toString('hex')
  const [near, far] = [`phone-${id}`, `dhcp-${id}`]
  const ip = (...args: readonly string[]): void => void execFileSync('ip', args, { env: environment })
  const close = (): void => {
    for (const name of [near, far]) spawnSync('ip', ['netns', 'delete', name], { env: environment })
  }
  process.on('exit', close)
  try {
    for (const name of [near, far]) ip('netns', 'add', name)
    ip('-n', near, 'link', 'add', 'wire', 'type', 'veth', 'peer', 'name', 'wire', 'netns', far)
    ip('-n', near, 'address', 'add', '10.99.0.2/24', 'dev', 'wire')
    ip('-n', far, 'address', 'add', '10.99.0.1/24', 'dev', 'wire')
    for (const name of [near, far]) ip('-n', name, 'link', 'set', 'wire', 'up')
    ip('-n', near, 'route', 'add', 'default', 'dev', 'wire')
    // Kea opens its sockets once, and only on an interface that has a carrier by then.
    for (const name of [near, far]) await carrierOf(name)
    return await withFile(server, lines, async (file, folder) => {
      const serve = commands[server].serve(file, folder)
      const child = spawn('ip', ['netns', 'exec', far, ...serve], {
        env: { ...environment, KEA_PIDFILE_DIR: folder, KEA_LOCKFILE_DIR: folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (words: string) => {
          said += words
        })
      const ended = new Promise<never>((_, reject) => {
        child.on('error', reject)
        child.on('close', () => reject(new Error(`${server} ended:\n${said}`)))
      })
      const discover = resolve(import.meta.dirname, 'discover.ts')
      const ask = ['netns', 'exec', near, process.execPath, '--no-warnings', discover, ...macs]
      try {
        const asked = promisify(execFile)('ip', ask, { env: environment })
        const { stdout } = await Promise.race([asked, ended])
        return JSON.parse(stdout) as readonly Offer[]
      } finally {
        ended.catch(() => undefined)
        child.kill()
      }
    })
  } finally {
    close()
    process.off('exit', close)
  }
}

const carrierOf = (name: string): Promise<true> =>
  until(`a carrier in ${name}`, () => {
    const shown = spawnSync('ip', ['-n', name, 'link', 'show', 'wire'], {
      env: environment,
      encoding: 'utf8',
    })
    return shown.stdout.includes('state UP') ? true : undefined
  })

async function withFile<Value>(
  server: FreeServer,
  lines: readonly string[],
  work: (file: string, folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'dhcp-'))
  const file = join(folder, 'dhcp.conf')
  writeFileSync(file, configurations[server](lines.join('\n')))
  try {
    return await work(file, folder)
  } finally {
    await removeFolder(folder)
  }
}
