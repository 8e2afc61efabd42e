import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import Papa from 'papaparse'
import { checkPhones } from '../../src/shared/phones/check.ts'
import { parseSheet } from '../../src/shared/phones/parse.ts'
import { largeLists } from '../support/large-lists.ts'
import { measureProcess } from '../support/measure-process.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { commandLine } from '../support/run-cli.ts'
import type { Figure } from './figure.ts'

/**
 * Measures reading and checking lists of 60,000 phones, as multiples of the processor's time that PapaParse alone takes
 * for the same text in the same run: bare times say more about the machine, and what else is going on there. As whole
 * processes, each with its start; and only watched, in this one, warm.
 */
export async function benchCheck(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'check-bench-'))
  try {
    return [
      await compareProcesses(folder, 'clean', cleanList(), 1.5),
      await compareProcesses(folder, 'mixed', mixedList(), 2),
      ...compare('clean', cleanList()),
      ...compare('mixed', mixedList()),
      ...(await benchLargeLists(folder)),
    ]
  } finally {
    await removeFolder(folder)
  }
}

async function compareProcesses(
  folder: string,
  content: string,
  text: string,
  limit: number,
): Promise<Figure> {
  const file = join(folder, `${content}.csv`)
  await writeFile(file, text)
  const ratios: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const alone = await measureProcess(papaAlone, file)
    const ours = await measureProcess(commandLine, 'check', file, '--region', 'NOAM')
    ratios.push(ours.cpu / alone.cpu)
  }
  return {
    name: `check of 60,000 rows over PapaParse, whole processes, ${content}`,
    ...{ value: median(ratios), unit: 'ratio', limit },
  }
}

/** The most that `check` and `check --json` take for files up to the limits; the time is beyond that of reading the file. */
async function benchLargeLists(folder: string): Promise<readonly Figure[]> {
  const used: (Taken & { readonly name: string })[] = []
  for (const [name, content] of Object.entries(largeLists)) {
    const file = join(folder, name)
    await writeFile(file, content())
    for (const json of [[], ['--json']])
      used.push({ ...(await takenBy(file, ...json)), name: [name, ...json].join(' ') })
  }
  const most = used.reduce((one, other) => (other.megabytes > one.megabytes ? other : one))
  const slowest = used.reduce((one, other) => (other.beyond > one.beyond ? other : one))
  return [
    { name: `memory for any list (${most.name})`, value: most.megabytes, unit: 'MB', limit: 300 },
    {
      name: `time for any list (${slowest.name}), beyond that of reading it`,
      ...{ value: Math.round(slowest.beyond), unit: 'ms', limit: 2_000 },
    },
  ]
}

type Taken = { readonly megabytes: number; readonly beyond: number }

/** The most memory of two checks of a file, and the less time: the other may have waited for something else on this computer. */
async function takenBy(file: string, ...options: readonly string[]): Promise<Taken> {
  const reading = file.endsWith('.csv') ? ([papaAlone, file] as const) : (['-e', '0'] as const)
  const taken = { megabytes: 0, beyond: Number.POSITIVE_INFINITY }
  for (let turn = 0; turn < 2; turn++) {
    const read = await measureProcess(...reading)
    const whole = await measureProcess(commandLine, 'check', file, '--region', 'NOAM', ...options)
    taken.megabytes = Math.max(taken.megabytes, whole.megabytes)
    taken.beyond = Math.min(taken.beyond, whole.elapsed - read.elapsed)
  }
  return taken
}

function compare(content: string, text: string): readonly Figure[] {
  const times: number[] = []
  const ratios: number[] = []
  // In turns, so that both meet the same state of machine and heap; the first turn only warms up.
  for (let turn = 0; turn <= turns; turn++) {
    const papa = time(() => Papa.parse(text, { header: true, skipEmptyLines: 'greedy' }).data.length)
    const ours = time(() => countChecked(text))
    if (turn === 0) continue
    times.push(ours)
    ratios.push(ours / papa)
  }
  return [
    {
      name: `check of 60,000 rows over PapaParse, warm, ${content}`,
      value: median(ratios),
      unit: 'ratio',
      limit: null,
    },
    { name: `check of 60,000 rows, ${content}`, value: median(times), unit: 'ms', limit: null },
  ]
}

function countChecked(text: string): number {
  const sheet = parseSheet('bench.csv', text)
  if (!sheet.ok) throw new Error(sheet.failure.message)
  return checkPhones(sheet.value, 'NOAM').rows.length
}

function time(work: () => number): number {
  const start = process.cpuUsage()
  const rows = work()
  const { user, system } = process.cpuUsage(start)
  if (rows !== rowCount) throw new Error(`${rows} rows instead of ${rowCount}`)
  return (user + system) / 1_000
}

const papaAlone = join(import.meta.dirname, '../support/papa-process.cjs')
const turns = 11
const rowCount = 60_000

function median(values: readonly number[]): number {
  const middle = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
  return Math.round(middle * 100) / 100
}

function cleanList(): string {
  return list((row) => [`phone${String(row).padStart(6, '0')}@contoso.com`, mac(row, '-'), region(row)])
}

/** As lists come in: other ways to write a MAC address, adapters with ports, and some rows with issues. */
function mixedList(): string {
  return list((row) => {
    const username = `phone${String(row).padStart(6, '0')}@contoso.com`
    switch (row % 20) {
      case 3:
      case 4:
        return [username, mac(row, ':').toLowerCase(), region(row)]
      case 5:
        return [username, mac(row, '').toLowerCase(), region(row)]
      case 6:
        return [username, `${mac(row, '-')}:${String((row % 24) + 1).padStart(3, '0')}`, region(row)]
      case 7:
        return [` ${username}\u00a0`, mac(row, '-'), region(row).toLowerCase()]
      case 8:
        return row % 200 === 8
          ? ['café@contoso.com', mac(row, '-'), region(row)]
          : [username, mac(row, '-'), '']
      case 9:
        return row % 200 === 9 ? [username, mac(9, '-'), region(row)] : [username, mac(row, '-'), region(row)]
      default:
        return [username, mac(row, '-'), region(row)]
    }
  })
}

function list(cells: (row: number) => readonly string[]): string {
  const lines = Array.from({ length: rowCount }, (_, row) => cells(row).join(','))
  return `Username,HardwareId,Region\r\n${lines.join('\r\n')}\r\n`
}

function mac(row: number, separator: string): string {
  // A step that is prime to 2^24 visits every address once, in no order.
  const device = ((row * 7_368_787) % 0x1000000).toString(16).toUpperCase().padStart(6, '0')
  return ['00', '04', 'F2', device.slice(0, 2), device.slice(2, 4), device.slice(4)].join(separator)
}

const region = (row: number): string => ['NOAM', 'EMEA', 'APAC'][row % 3] ?? ''
