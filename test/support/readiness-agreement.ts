import { lowerCaseKeys } from '../../src/core/gateway/read-keys.ts'
import { readDevicePage } from '../../src/core/inventory/read-devices.ts'
import { accountFacts, callingPoliciesIn, phonePoliciesIn } from '../../src/core/readiness/read-facts.ts'
import { accountProblems, createAccounts, directoryProblems } from '../../src/core/simulator/accounts.ts'
import { createDevices } from '../../src/core/simulator/devices.ts'
import { createOutcomes } from '../../src/core/simulator/outcomes.ts'
import { policiesAt } from '../../src/core/simulator/prepared-tenant.ts'
import { guidanceFor } from '../../src/shared/gateway/guidance.ts'
import type { DeviceReading } from '../../src/shared/inventory/device.ts'
import { judgeDevices } from '../../src/shared/inventory/judge-device.ts'
import { known, nothingOf, type TenantFacts } from '../../src/shared/readiness/facts.ts'
import { judgeAccount } from '../../src/shared/readiness/judge.ts'
import { succeed } from '../../src/shared/result.ts'

const at = '2026-03-02T09:00:00.000Z'
const tenant: TenantFacts = {
  ...{ at, rights: known(true), bulkSignIn: known(true), trustedAddresses: known(1) },
  domains: known(['contoso.com']),
  phonePolicies: phonePoliciesIn(succeed(policiesAt('TeamsIPPhonePolicy'))),
  callingPolicies: callingPoliciesIn(succeed(policiesAt('TeamsCallingPolicy'))),
}

/** What a simulated tenant's accounts are judged to be, beside what becomes of their phones: one line each that differs. */
export function disagreements(seed: number, phones: number): readonly string[] {
  const accounts = createAccounts(seed, 0.5)
  const courseOf = createOutcomes(seed, 0.3, undefined, accounts)
  return Array.from({ length: phones }, (_, index) => {
    const name = `phone${index}@contoso.com`
    const user = accounts.find(name)
    const facts = user
      ? accountFacts(lowerCaseKeys(user) as Readonly<Record<string, unknown>>, at)
      : nothingOf(at, known(false))
    const { status, checks } = judgeAccount(name, facts, tenant)
    const isSynced = checks.some((one) => one.check === 'on-premises' && one.status === 'may-fail')
    const { error } = courseOf(`1A-2B-3C-D4-E5-${index}`, name)
    const code = error === undefined ? 'signs in' : (guidanceFor(error)?.code ?? error)
    const isOfAccount = accountProblems.has(code)
    const isExplained = isSynced || !directoryProblems.has(code)
    return (status === 'fails') === isOfAccount && isExplained
      ? ''
      : `seed ${seed}, ${name}: ${status}, and then ${code}`
  }).filter((line) => line !== '')
}

/** What a simulated tenant's inventory is judged to say of phones, beside what becomes of them: one line each that differs. */
export function deviceDisagreements(seed: number, phones: number): readonly string[] {
  const courseOf = createOutcomes(seed, 0.5)
  const batches = { recent: () => [], age: () => 0 }
  const now = Date.parse(at)
  const devices = createDevices({ seed, now: () => now, batches, problemOf: courseOf.problemOf })
  const all = Array.from({ length: phones }, (_, index) => {
    const hardwareId = `00-04-F2-00-00-${index.toString(16).toUpperCase().padStart(2, '0')}`
    return { username: `phone${index}@contoso.com`, hardwareId }
  })
  devices.onboard(all.map(({ hardwareId }) => hardwareId))
  const records = readDevicePage(devices.page(0, phones), now)?.records ?? []
  const readings = all.map(({ hardwareId }): readonly [string, DeviceReading] => {
    const record = records.find(({ addresses }) => addresses.includes(hardwareId))
    return [hardwareId, record ? { kind: 'listed', device: record.device } : { kind: 'not-listed' }]
  })
  return judgeDevices(all, { at, devices: readings }, now).flatMap(({ hardwareId, username, judged }) => {
    const { error } = courseOf(hardwareId, username)
    const code = error === undefined ? 'signs in' : (guidanceFor(error)?.code ?? error)
    const { kind } = judged.finding
    const isRight =
      (kind === 'late') === (code === 'deadline-expired') &&
      (kind === 'not-listed') === (code === 'device-not-found')
    return isRight ? [] : [`seed ${seed}, ${hardwareId}: ${kind}, and then ${code}`]
  })
}
