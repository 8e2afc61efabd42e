import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { readinessFromApi } from '../core/readiness/from-api.ts'
import { deviceWords } from '../shared/inventory/device-words.ts'
import type { JudgedDevice } from '../shared/inventory/judge-device.ts'
import { accountCheckWords, tenantCheckWords } from '../shared/readiness/check-words.ts'
import { fixFiles } from '../shared/readiness/fix-files.ts'
import { fixScripts } from '../shared/readiness/fix-scripts.ts'
import { judgeAccounts, judgeTenant } from '../shared/readiness/judge.ts'
import { type JudgedAccount, type ReadinessStatus, worstOf } from '../shared/readiness/readiness.ts'
import { widespreadIn } from '../shared/readiness/reasons.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { chosenRows } from './chosen-rows.ts'
import { type ExitCode, exitCode, Stop } from './exit-code.ts'
import { type ListOptions, openList } from './list.ts'
import type { RowRange } from './options.ts'
import { harmless, print, printJson, tell } from './print.ts'
import { type Devices, printDevices, readDevices } from './ready-devices.ts'
import { untilCtrlC } from './until-ctrl-c.ts'

type JudgedPhone = JudgedAccount & {
  readonly row: number
  readonly username: string
  readonly hardwareId: string
  /** Where the inventory was asked for. */
  readonly device?: JudgedDevice
}

/** Reads the tenant and the accounts of a list, and prints which phones would fail. Nothing is changed. */
export async function readyCommand(
  path: string,
  options: AccessOptions &
    ListOptions & {
      readonly json?: true
      readonly fix?: string
      readonly inventory?: true
      readonly rows?: readonly RowRange[]
    },
): Promise<void> {
  const { region, columns, headerRow, sheet } = options
  const list = await openList('ready', path, { region, columns, headerRow, sheet })
  if (!list.ok) throw new Stop(exitCode.listRefused, harmless(list.failure.message))
  const { rows } = list.value
  const chosen = options.rows && chosenRows(list.value, options.rows)
  const ready = rows.filter(({ row, status }) => status === 'ready' && (!chosen || chosen.has(row)))
  if (ready.length === 0) throw new Stop(exitCode.listRefused, text.cli.list.noPhones)
  if (ready.length < rows.length && !chosen) tell(text.cli.list.checked(rows.length, ready.length))

  // Only a session of the module's own sign-in has no inventory.
  if (options.inventory && options.moduleSignIn) throw new Stop(exitCode.usage, text.cli.run.noInventory)
  if (options.fix !== undefined) refuseWritten(options.fix)
  // Loaded once there is something to ask.
  const { openAccess } = await import('./access.ts')
  const { session } = await openAccess(options, undefined, { evenUnnamed: true })
  try {
    const inventory = options.inventory && session.inventory
    const source = readinessFromApi(session.reads, session.clock)
    const { facts, accounts, devices } = await untilCtrlC(async (signal) => {
      const names = ready.map(({ username }) => username)
      // The tenant last: reading accounts may be throttled, and the tenant takes only a few calls.
      const accounts = await source.accounts(names, {
        signal,
        onRead: sayEach(new Set(names).size, session.way),
      })
      const facts = await source.tenant(signal)
      return { accounts, facts, devices: inventory && (await readDevices(inventory, ready, signal)) }
    })
    const tenant = judgeTenant(facts)
    const judged = judgeAccounts(accounts, facts)
    const deviceOf = new Map(devices?.phones.map((phone) => [phone.row, phone.judged]))
    const phones = ready.flatMap(({ row, username, hardwareId }): JudgedPhone[] => {
      const account = judged.get(username.toLowerCase())
      return account ? [withDevice({ row, username, hardwareId, ...account }, deviceOf.get(row))] : []
    })
    if (options.json) printJson(inJson(tenant, phones))
    else printForPeople(tenant, phones, devices)
    if (options.fix !== undefined)
      await writeScripts(options.fix, fixScripts(session.tenant.id, facts, tenant, phones))
    process.exitCode = exitCodeFor(tenant, phones)
  } finally {
    await session.end()
  }
}

/** Every 500 accounts: a list of 3,000 takes up to a minute. Microsoft's module answers one call after the other. */
const sayEach = (all: number, way: 'powershell' | undefined) => (done: number) => {
  if (done % (way === undefined ? 500 : 50) === 0) tell(text.cli.run.readyAsked(done, all))
}

/** The phone is as ready as the worst of its checks, and this is one of them. */
function withDevice(phone: JudgedPhone, device: JudgedDevice | undefined): JudgedPhone {
  return device ? { ...phone, device, status: worstOf([phone, device]) } : phone
}

const inJson = (tenant: ReturnType<typeof judgeTenant>, phones: readonly JudgedPhone[]) => ({
  tenant: tenant.map((one) => ({ check: one.check, status: one.status, message: tenantCheckWords(one) })),
  phones: phones.map(({ row, username, hardwareId, status, checks, device }) => ({
    ...{ row, username, hardwareId, status },
    checks: [
      ...checks.map((one) => ({ check: one.check, status: one.status, message: accountCheckWords(one) })),
      ...(device
        ? [{ check: 'device', status: device.status, message: deviceWords(device, Date.now()) }]
        : []),
    ],
  })),
})

function printForPeople(
  tenant: ReturnType<typeof judgeTenant>,
  phones: readonly JudgedPhone[],
  devices: Devices | undefined,
): void {
  const words = text.readiness
  for (const one of tenant) print(`${words.statuses[one.status]}  ${harmless(tenantCheckWords(one))}`)
  for (const { row, username, status, checks, device } of phones.filter(
    (phone) => phone.status !== 'ready',
  )) {
    print(words.row(row, harmless(username), words.statuses[status]))
    for (const one of checks)
      if (one.status !== 'ready')
        print(`  ${words.statuses[one.status]}  ${harmless(accountCheckWords(one))}`)
    if (device && device.status !== 'ready')
      print(`  ${words.statuses[device.status]}  ${harmless(deviceWords(device, Date.now()))}`)
  }
  const counted = (status: ReadinessStatus): number =>
    phones.filter((phone) => phone.status === status).length
  print(
    words.summary(phones.length, counted('ready'), counted('fails'), counted('may-fail'), counted('unread')),
  )
  for (const { check, phones: failing } of widespreadIn(phones))
    print(words.widespread(words.reasons[check](failing), phones.length))
  if (devices) printDevices(devices)
  print(words.notSeen)
}

/**
 * Stops before any call if one of the files already exists: somebody may have filled in the numbers, and a mix of today's
 * and yesterday's scripts helps nobody.
 */
function refuseWritten(folder: string): void {
  const there = fixFiles.filter((file) => existsSync(join(folder, file)))
  if (there.length > 0)
    throw new Stop(exitCode.usage, text.cli.run.fixThere(harmless(folder), there.join(', ')))
}

async function writeScripts(folder: string, scripts: ReturnType<typeof fixScripts>): Promise<void> {
  for (const { file, content } of scripts) {
    const path = join(folder, file)
    try {
      await mkdir(folder, { recursive: true })
      // A file that appeared meanwhile is not overwritten either.
      await writeFile(path, content, { flag: 'wx' })
    } catch (error) {
      throw new Stop(
        exitCode.outputLost,
        text.cli.run.fixNotWritten(
          harmless(path),
          harmless(error instanceof Error ? error.message : String(error)),
        ),
      )
    }
    tell(text.cli.run.fixWritten(harmless(path)))
  }
  if (scripts.length > 0) tell(text.cli.run.fixHowTo)
}

function exitCodeFor(tenant: ReturnType<typeof judgeTenant>, phones: readonly JudgedPhone[]): ExitCode {
  const all = [...tenant, ...phones]
  const isRefused = tenant.some(({ check, status, why }) => {
    return check === 'rights' && (status === 'fails' || why === 'expired')
  })
  if (isRefused) return exitCode.access
  if (all.some(({ status }) => status === 'fails')) return exitCode.someFailed
  return all.every(({ status }) => status === 'ready') ? exitCode.ok : exitCode.resumable
}
