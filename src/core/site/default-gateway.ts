import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { type ProgramResult, runProgram } from '../process/run-program.ts'

/**
 * The router by which this computer reaches the internet, as its system says; undefined where the system does not tell.
 * Sends nothing. `address` is this computer's own on that way, because several networks may have a route.
 */
export async function defaultGateway(address: string | undefined): Promise<string | undefined> {
  switch (process.platform) {
    case 'linux':
      return gatewayOfLinux(await readFile('/proc/net/route', 'utf8').catch(() => ''))
    case 'win32': {
      const program = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'route.exe')
      return gatewayOfWindows(
        outputOf(await runProgram(program, ['-4', 'print', '0.0.0.0'], limits)),
        address,
      )
    }
    case 'darwin':
      return gatewayOfMac(outputOf(await runProgram('/sbin/route', ['-n', 'get', 'default'], limits)))
    default:
      return undefined
  }
}

const limits = { limitMs: 5_000, maxBytes: 65_536, encoding: 'latin1' } as const

const outputOf = (ran: ProgramResult): string => (ran.kind === 'ended' ? ran.output : '')

/** Reads /proc/net/route. Addresses are hexadecimal numbers in the byte order of x86 (route(8), proc_net(5)). */
export function gatewayOfLinux(table: string): string | undefined {
  const routes = table.split('\n').map((line) => line.trim().split(/\s+/))
  const [best] = routes
    .filter(([, destination, gateway = '']) => destination === '00000000' && /[1-9a-f]/i.test(gateway))
    .toSorted((one, other) => Number(one[6]) - Number(other[6]))
  const bytes = best?.[2]?.match(/../g)?.toReversed()
  return bytes?.map((byte) => Number.parseInt(byte, 16)).join('.')
}

/**
 * Reads `route print`. Its words are in the language of Windows, so only rows of destination, mask, gateway, interface
 * and metric count. The row of a persistent route has no interface. The row of a directly connected network has no
 * gateway.
 */
export function gatewayOfWindows(table: string, address: string | undefined): string | undefined {
  const row = /^\s*0\.0\.0\.0\s+0\.0\.0\.0\s+([\d.]+)\s+([\d.]+)\s+(\d+)\s*$/gm
  const routes = [...table.matchAll(row)].map(([, gateway, network, metric]) => ({
    ...{ gateway, network, metric: Number(metric) },
  }))
  const mine = routes.filter(({ network }) => network === address)
  const [best] = (mine.length > 0 ? mine : routes).toSorted((one, other) => one.metric - other.metric)
  return best?.gateway
}

/** Reads `route -n get default`. */
export const gatewayOfMac = (words: string): string | undefined =>
  /^\s*gateway:\s*(\d+\.\d+\.\d+\.\d+)\s*$/m.exec(words)?.[1]
