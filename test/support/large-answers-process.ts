import process from 'node:process'
import { startCallTrace } from '../../src/core/auth/call-trace.ts'
import { networkModule, type Wire } from '../../src/core/auth/network-module.ts'
import { systemClock } from '../../src/core/clock/clock.ts'
import { createGateway } from '../../src/core/gateway/client.ts'
import { succeed } from '../../src/shared/result.ts'
import { createKnownSecrets } from '../../src/shared/text/secrets/known-secrets.ts'
import { largeAnswers } from './large-answers.ts'
import { longToken } from './long-token.ts'

// A process of its own with nothing in it but the clients, so that what answers cost can be measured. The server, whose
// address is the first argument, answers `/SHAPE` with that shape, and everything under `/honest` as the service does.
// Each shape is read by every so manyth kind of call, as the second argument says; which ones, differs by the shape. Prints
// a line of JSON a call: what was asked, its CPU time in ms, and how much memory the process has had at most by then,
// in bytes. A call that throws ends it.

const [address = '', every = '1'] = process.argv.slice(2)
const token = longToken()

const gatewayAt = (shape: string) =>
  createGateway({
    baseUrl: address,
    userAgent: 'large-answers',
    tokens: async () => succeed(token),
    fetch: (url, init) => {
      const isRoute = url.endsWith('serviceDiscovery') && shape !== 'discovery'
      return fetch(
        `${address}/${isRoute ? 'honest' : encodeURIComponent(shape)}${new URL(url).pathname}`,
        init,
      )
    },
  })

async function measure(what: string, call: () => Promise<unknown>): Promise<void> {
  const before = process.cpuUsage()
  await call()
  const { user, system } = process.cpuUsage(before)
  const most = process.resourceUsage().maxRSS * 1024
  process.stdout.write(`${JSON.stringify({ what, cpu: (user + system) / 1000, most })}\n`)
}

const wire: Wire = {
  ...{ fetch, clock: systemClock, userAgent: 'large-answers', callLimitMs: 60_000, onCall: () => undefined },
  secrets: createKnownSecrets(),
}

await gatewayAt('honest').batchSummaries()
await measure('honest', () => gatewayAt('honest').batchSummaries())
for (const [index, shape] of Object.keys(largeAnswers).entries()) {
  const gateway = gatewayAt(shape)
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    createbatch: () => gateway.createBatch('NOAM', []),
    batchstatus: () => gateway.batchStatus('b'),
    batchsummaries: () => gateway.batchSummaries(),
    tenants: () => gateway.tenant(),
    refusal: () => gatewayAt(`${shape}!`).batchSummaries(),
    discovery: () => gatewayAt(shape).batchSummaries(),
    authority: () =>
      networkModule(wire, {
        signal: new AbortController().signal,
        trace: startCallTrace(),
        correlationId: 'c',
      })
        .sendPostRequestAsync(`${address}/${encodeURIComponent(shape)}/token`, {
          body: `refresh_token=${token}`,
        })
        .catch(() => undefined),
  }
  for (const [at, [name, call]] of Object.entries(calls).entries())
    if ((index + at) % Number(every) === 0) await measure(`${name}: ${shape}`, call)
}
