import { createTenantReads } from '../../src/core/gateway/read-tenant.ts'
import type { Read, TenantReads } from '../../src/core/gateway/tenant-reads.ts'
import { readinessFromApi } from '../../src/core/readiness/from-api.ts'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import { succeed } from '../../src/shared/result.ts'
import { virtualClock } from '../support/virtual-clock.ts'
import type { Figure } from './figure.ts'

/** In ms: what a call for 20 accounts, and any other one, is taken to need. No such call was seen live. */
const together = 1_000
const alone = 400

/** How many calls the accounts of a list take, and how long, against the simulator at such delays, in virtual time. */
export async function benchReadiness(): Promise<readonly Figure[]> {
  return [...(await ask(300, 60)), ...(await ask(3_000, 60))]
}

async function ask(accounts: number, limit: number): Promise<readonly Figure[]> {
  const clock = virtualClock()
  const simulator = await startSimulator({ now: clock.now, unpreparedShare: 0.1 })
  const slowly =
    <Asked extends readonly unknown[]>(ms: number, read: (...asked: Asked) => Promise<Read>) =>
    async (...asked: Asked): Promise<Read> => {
      await clock.sleep(ms)
      return clock.still(read(...asked))
    }
  try {
    const reads = createTenantReads({
      ...{ baseUrl: simulator.baseUrl, fetch, userAgent: 'readiness-bench/1.0' },
      tokens: async () => succeed(simulator.token),
    })
    const slow: TenantReads = {
      routing: slowly(alone, reads.routing),
      tenant: slowly(alone, reads.tenant),
      batchHistory: slowly(alone, reads.batchHistory),
      batch: slowly(alone, reads.batch),
      policies: slowly(alone, reads.policies),
      account: slowly(alone, reads.account),
      accounts: slowly(together, reads.accounts),
    }
    const source = readinessFromApi(slow, clock)
    const names = Array.from({ length: accounts }, (_, index) => `phone${index}@contoso.com`)
    const begun = clock.now()
    await clock.run(source.accounts(names).then(() => source.tenant()))
    const calls = Object.values(simulator.ledger.calls).reduce((sum, number) => sum + number, 0)
    const of = `readiness of ${accounts.toLocaleString('en')} accounts`
    return [
      { name: `${of}: calls`, value: calls, unit: 'calls', limit: null },
      {
        name: `${of}: time at ${together} ms a call`,
        value: (clock.now() - begun) / 1000,
        unit: 's',
        limit,
      },
    ]
  } finally {
    await simulator.close()
  }
}
