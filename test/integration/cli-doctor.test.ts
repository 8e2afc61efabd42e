import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Faults } from '../../src/core/simulator/fault.ts'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { commandHere } from '../support/command-here.ts'
import { here, testWith } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { heldSimulator } from '../support/simulated-tenant.ts'
import { accessTo } from '../support/terminal-access.ts'
import { atWorkstation } from '../support/workstation.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-doctor-'))
})
afterAll(() => removeFolder(directory))

/** The command at a stand-in with these faults, and what that was asked for. */
async function doctor(faults: Faults, ...more: readonly string[]) {
  const simulator = await heldSimulator({ faults })
  simulator.startElsewhere('EMEA', [{ userName: 'lobby@contoso.com', hardwareId: '1A-2B-3C-D4-E5-F6' }])
  const access = await accessTo(simulator, directory)
  const outcome = await commandHere('doctor', ...access, ...more)
  await simulator.close()
  return { ...outcome, calls: simulator.ledger.calls }
}

test('doctor ends with 0 where all is as expected, and submits nothing', async () => {
  const { code, out, calls } = await doctor(() => undefined)
  expect(out).toContain('Everything that could be asked answers as expected.')
  expect(out).not.toContain('lobby')
  expect(out).toContain(text.cli.powershell.notOfStandIns)
  expect(code).toBe(0)
  expect(calls).toMatchObject({ createbatch: 0, batchstatus: 1, batchsummaries: 1, policies: 4 })
})

testWith(here.keyring)(
  "without a way doctor tests both, and says why Microsoft's module could not be: the code is that of the direct one",
  atWorkstation({}, async (workstation) => {
    await workstation.signIn(oslo)
    const { code, out } = await workstation.startWith({ PSModulePath: workstation.directory }, 'doctor').done
    expect(out).toContain(text.doctor.directly)
    expect(out).toMatch(/not tested\. (No PowerShell was found|.* has no module MicrosoftTeams)/)
    const json = await workstation.startWith(
      { PSModulePath: workstation.directory },
      'doctor',
      '--via',
      'direct',
      '--json',
    ).done
    expect(JSON.parse(json.out)).not.toHaveProperty('byModule')
    expect(code).toBe(json.code)
  }),
)

test('doctor ends with 1 where something differs, also where the tenant does not say who it is', async () => {
  const { code, out } = await doctor(({ path }) =>
    path.endsWith('/tenants') ? { kind: 'wrong-shape' } : undefined,
  )
  expect(out).toContain('Tenant: differs')
  expect(code).toBe(1)
})

test('doctor ends with 3 where rights are missing, and prints one JSON object', async () => {
  const { code, out } = await doctor(
    ({ path }) => (path.endsWith('/batchsummaries') ? { kind: 'error', status: 403 } : undefined),
    '--json',
  )
  const report = JSON.parse(out)
  expect(report.verdict.kind).toBe('access')
  expect(report.checks.find(({ id }: { id: string }) => id === 'batch-history').outcome).toMatchObject({
    kind: 'failed',
    failure: 'denied',
  })
  expect(code).toBe(3)
})
