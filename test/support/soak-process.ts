import process from 'node:process'
import { parseArgs } from 'node:util'
import { hurriedClock } from '../../src/core/clock/clock.ts'
import { createGateway } from '../../src/core/gateway/client.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns } from '../../src/core/run/runs.ts'
import { succeed } from '../../src/shared/result.ts'
import { countFinal, countPhones } from '../../src/shared/run/counts.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { operator, phoneListOf, tenant } from './run-samples.ts'

// A process of its own with nothing in it but the engine, so that what it needs can be measured. Prints a line
// of JSON twice a second: how many phones are through, and how much it holds after a collection, in bytes; at the end how
// the run ended.

const { values } = parseArgs({
  options: {
    api: { type: 'string', default: '' },
    token: { type: 'string', default: '' },
    directory: { type: 'string', default: '' },
    phones: { type: 'string', default: '0' },
    speed: { type: 'string', default: '1' },
  },
})
const clock = hurriedClock(Number(values.speed))
const gateway = createGateway({
  baseUrl: values.api,
  userAgent: 'soak',
  fetch,
  tokens: async () => succeed(values.token),
})
const runs = createRuns({
  repository: createRunRepository(values.directory),
  appVersion: '0.0.0',
  random: Math.random,
})
const session = { tenant, operator, gateway, clock, end: async () => {} }
const started = await runs.start(session, planRun(phoneListOf(Number(values.phones))), {
  listName: 'soak.csv',
})
if (!started.ok) throw new Error(started.failure.message)

const begun = Date.now()
const measure = (): void => {
  globalThis.gc?.()
  const held = process.memoryUsage().heapUsed
  const current = runs.state()
  const through = current ? countFinal(current) : 0
  console.log(JSON.stringify({ seconds: (Date.now() - begun) / 1000, through, held }))
}
const measuring = setInterval(measure, 500)
await runs.idle()
clearInterval(measuring)
measure()
const state = runs.state()
if (!state) throw new Error('A run that began has a state')
console.log(JSON.stringify({ watching: state.watching, counts: countPhones(state), events: state.lastSeq }))
