import type { GatewayFailure } from '../../../src/shared/gateway/failure.ts'
import type { Operator, Tenant } from '../../../src/shared/gateway/tenant.ts'
import type { PhoneReport, RunEvent, RunHappening } from '../../../src/shared/run/events.ts'
import type { RunPlan } from '../../../src/shared/run/plan.ts'

export const simulatedTenant: Tenant = {
  id: '7d0c3b1e-5f0a-4c58-9d4f-2f6b8f1a9e21',
  name: 'Simulated tenant',
  domain: 'contoso.com',
  simulated: true,
}

export const realTenant: Tenant = { ...simulatedTenant, name: 'Contoso', simulated: false }

export const operator: Operator = { username: 'admin@contoso.com' }

const failures = [
  'User not found in tenant.',
  'Device is offline.',
  'User missing phone number assignment.',
  'Public IP IPv4 - 203.0.113.7, IPv6 -  for the device is not trusted. Please whitelist the public IP in TAC.',
  'Something new that no table lists',
]

/** Writes the events of a run by hand, a second apart. */
export function exampleRun(plan: RunPlan, listName: string, tenant = simulatedTenant, by = operator) {
  const begun = Date.now() - 252_000
  const events: RunEvent[] = []
  const add = (...happenings: readonly RunHappening[]): void => {
    for (const happening of happenings) {
      const at = new Date(begun + events.length * 1000).toISOString()
      events.push({ seq: events.length + 1, at, ...happening })
    }
  }
  add({
    type: 'RunStarted',
    format: 2,
    runId: '20261121-090000-abcdef',
    appVersion: '0.1.0',
    tenant,
    operator: by,
    listName,
    ...plan,
  })
  return {
    events: (): readonly RunEvent[] => events,
    submit(batch: number): void {
      add(
        { type: 'BatchSubmitting', batch, attempt: 1 },
        { type: 'BatchSubmitted', batch, batchId: `0f8e6a1c-7b1d-4e0e-9a55-0000000000${batch + 10}` },
      )
    },
    /** The first `settled` phones of the batch are done, every `failEach`th of them failed. */
    report(batch: number, settled: number, failEach = 9): void {
      const phones = (plan.batches[batch]?.phones ?? [])
        .slice(0, settled)
        .map((phone, index): PhoneReport => {
          const error = failures[phone % failures.length]
          return index % failEach === failEach - 1 && error !== undefined
            ? { phone, status: 'failed', said: 'failed', error }
            : { phone, status: 'signed in', said: 'success' }
        })
      add({ type: 'PhonesReported', batch, phones })
    },
    finishBatch(batch: number): void {
      add({ type: 'BatchFinished', batch, end: 'service', serviceStatus: 'Completed' })
    },
    interrupt(batch: number, failure: GatewayFailure): void {
      const nextTryAt = new Date(Date.now() + 30_000).toISOString()
      add({ type: 'WatchInterrupted', batch, failure, nextTryAt })
    },
    add,
  }
}

export type ExampleRun = ReturnType<typeof exampleRun>
