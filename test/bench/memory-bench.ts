import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureProcess } from '../support/measure-process.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { commandLine } from '../support/run-cli.ts'
import { phoneListOf } from '../support/run-samples.ts'
import type { Figure } from './figure.ts'

const phones = 100_000
// A run of 300 s is through in the time that its calls take the processor.
const speed = '2000'

/** The most memory of `run --simulate` with a long list, as a whole process, which the simulator is a part of. */
export async function benchMemory(program = commandLine): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'memory-bench-'))
  try {
    const list = join(folder, 'list.csv')
    const rows = phoneListOf(phones).rows.map(({ username, hardwareId, region }) =>
      [username, hardwareId, region].join(','),
    )
    await writeFile(list, `Username,HardwareId,Region\r\n${rows.join('\r\n')}\r\n`)
    const { megabytes, cpu, errors } = await measureProcess(
      ...[program, 'run', list, '--simulate', '--yes', '--seed', '1'],
      ...['--speed', speed, '--data-dir', join(folder, 'data')],
    )
    if (!errors.includes(`of ${phones.toLocaleString('en')} phones signed in`))
      throw new Error(`The run did not finish: ${errors.slice(-500)}`)
    const name = `run --simulate of ${phones.toLocaleString('en')} phones, whole process`
    return [
      { name: `${name}: memory`, value: megabytes, unit: 'MiB', limit: 400 },
      { name: `${name}: processor`, value: Math.round(cpu / 100) / 10, unit: 's', limit: null },
    ]
  } finally {
    await removeFolder(folder)
  }
}
