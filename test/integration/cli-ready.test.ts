import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Faults } from '../../src/core/simulator/fault.ts'
import { commandHere } from '../support/command-here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { runCli } from '../support/run-cli.ts'
import { heldSimulator } from '../support/simulated-tenant.ts'
import { accessTo } from '../support/terminal-access.ts'

let directory: string
let list: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-ready-'))
  list = join(directory, 'list.csv')
  await writeFile(
    list,
    'Username,HardwareId\nlobby@contoso.com,1A-2B-3C-D4-E5-F6\nhall@contoso.com,1A-2B-3C-D4-E5-F7\n',
  )
})
afterAll(() => removeFolder(directory))

async function ready(faults: Faults) {
  const simulator = await heldSimulator({ faults })
  const outcome = await commandHere(
    'ready',
    list,
    '--region',
    'EMEA',
    ...(await accessTo(simulator, directory)),
  )
  await simulator.close()
  return { ...outcome, calls: simulator.ledger.calls }
}

test('ready ends with 0 where all is as phones need it, and submits nothing', async () => {
  const { code, out, calls } = await ready(() => undefined)
  expect(out).toContain("2 phones: 2 ready, 0 will fail, 0 may fail, 0 couldn't be read.")
  expect(code).toBe(0)
  expect(calls).toMatchObject({ createbatch: 0, accounts: 1, account: 0, devices: 0 })
})

test('ready ends with 4 where accounts cannot be read: they are neither ready nor failing', async () => {
  const { code, out } = await ready(({ path }) =>
    path.includes('/users') ? { kind: 'error', status: 403 } : undefined,
  )
  expect(out).toContain('0 ready, 0 will fail')
  expect(out).toContain("The account: couldn't be read (no rights).")
  expect(code).toBe(4)
})

test('ready ends with 3 where rights are missing', async () => {
  const { code, out } = await ready(({ path }) =>
    path.endsWith('/batchsummaries') ? { kind: 'error', status: 403 } : undefined,
  )
  expect(out).toContain('You may not use bulk sign-in')
  expect(code).toBe(3)
})

test('what ready names beforehand fails in the run, and scripts for it are written once', async () => {
  const folder = join(directory, 'fix')
  const access = ['--region', 'EMEA', '--simulate', '--seed', '3', '--data-dir', directory]
  const sample = 'resources/samples/phones-100.csv'
  const { code, out } = await runCli('ready', sample, ...access, '--json', '--fix', folder)
  expect(code).toBe(1)
  const phones: readonly { readonly username: string; readonly status: string }[] = JSON.parse(out).phones
  const named = phones.filter(({ status }) => status === 'fails').map(({ username }) => username)
  expect(named.length).toBeGreaterThan(2)
  expect(await readdir(folder)).toContain('fix-phone-policy.ps1')
  const again = await commandHere('ready', sample, ...access, '--fix', folder)
  // Numbers may have been filled in meanwhile: nothing is asked, and nothing written over.
  expect([again.code, again.errors]).toEqual([64, expect.stringContaining('already has fix-')])

  const results = join(directory, 'results.csv')
  await commandHere(
    'run',
    sample,
    ...access,
    '--speed',
    '20000',
    '--yes',
    '--keep-going',
    '--export',
    results,
  )
  const failed = (await readFile(results, 'utf8')).split('\n').filter((line) => /failed/i.test(line))
  expect(named.filter((name) => !failed.some((line) => line.includes(name)))).toEqual([])
})

test('ready --inventory has one more check, says what is urgent, and fails nobody for it', async () => {
  const access = ['--region', 'EMEA', '--simulate', '--seed', '3', '--data-dir', directory]
  const sample = 'resources/samples/phones-100.csv'
  const { code, out } = await commandHere('ready', sample, ...access, '--inventory', '--json')
  expect(code).toBe(1)
  type Checked = { readonly check: string; readonly status: string; readonly message: string }
  const phones: readonly { readonly status: string; readonly checks: readonly Checked[] }[] =
    JSON.parse(out).phones
  const devices = phones.map(({ checks }) => checks.at(-1))
  expect(devices.every((one) => one?.check === 'device' && one.status !== 'fails')).toBe(true)
  const late = phones.filter(({ checks }) => checks.at(-1)?.status === 'may-fail')
  expect(late.length).toBeGreaterThan(0)
  expect(late.filter(({ status }) => status !== 'may-fail' && status !== 'fails')).toEqual([])
  expect(devices.some((one) => /was possible until/.test(one?.message ?? ''))).toBe(true)
})

test('an inventory that Microsoft does not open leaves everything else as it is, and none is asked for unasked', async () => {
  const simulator = await heldSimulator({
    faults: ({ path }) => (path === '/api/v2/devices' ? { kind: 'error', status: 403 } : undefined),
  })
  const access = ['--region', 'EMEA', ...(await accessTo(simulator, directory))]
  const { code, out } = await commandHere('ready', list, ...access, '--inventory')
  await simulator.close()
  expect(out).toContain("2 phones: 0 ready, 0 will fail, 0 may fail, 2 couldn't be read.")
  expect(out).toContain("The phone in the device inventory: couldn't be read (no rights).")
  expect(out).toContain('this app has never seen a real one')
  expect(code).toBe(4)
})
