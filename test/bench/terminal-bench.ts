import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureProcess } from '../support/measure-process.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { commandLine } from '../support/run-cli.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

const turns = 31
const tenant = '11111111-2222-3333-4444-555555555555'

/**
 * What commands of the terminal take of the processor's time as whole processes, as multiples of what an empty program of
 * Node takes in the same turn: until they have something to say, and as a whole where they have little to do.
 */
export async function benchTerminal(program = commandLine): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'terminal-bench-'))
  const list = join(folder, 'list.csv')
  await writeFile(list, 'Username,HardwareId\nlobby@contoso.com,0004F28124B1\n')
  const commands: readonly (readonly [name: string, code: number, ...args: string[]])[] = [
    ['its version', 0, '--version'],
    ['its help', 0, '--help'],
    ['urls', 0, 'urls', '--tenant', tenant],
    ['dhcp', 0, 'dhcp', '--tenant', tenant, '--region', 'NOAM', '--server', 'dhcpd', '--vendors', 'poly'],
    ['check of one phone', 0, 'check', list, '--region', 'NOAM'],
    ['run of a list that is not there', 2, 'run', join(folder, 'none.csv'), '--simulate'],
    ['runs where there are none', 0, 'runs', '--data-dir', join(folder, 'data')],
    ['whoami where nobody is signed in', 3, 'whoami', '--data-dir', join(folder, 'data')],
  ]
  const ratios = commands.map((): number[] => [])
  try {
    for (let turn = 0; turn < turns; turn++) {
      const alone = await measureProcess('-e', '0')
      for (const [index, [name, code, ...args]] of commands.entries()) {
        const usage = await measureProcess(program, ...args)
        if (usage.code !== code) throw new Error(`${name} ended with code ${usage.code}: ${usage.errors}`)
        ratios[index]?.push(usage.cpu / alone.cpu)
      }
    }
  } finally {
    await removeFolder(folder)
  }
  return commands.map(([name], index) => ({
    name: `terminal: ${name}, over an empty program of Node`,
    value: Math.round(median(ratios[index] ?? []) * 100) / 100,
    ...{ unit: 'ratio', limit: 2.2 },
  }))
}
