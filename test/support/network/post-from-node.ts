/** A batch as the terminal hands it over, from a process of its own that can stand on another host. */
import { createGateway } from '../../../src/core/gateway/client.ts'
import { namesOf } from '../../../src/core/network/rejection.ts'
import { sendOnce } from '../../../src/core/network/send-once.ts'
import { succeed } from '../../../src/shared/result.ts'
import { batchPhones } from '../simulated-tenant.ts'

const [, , baseUrl = '', token = ''] = process.argv
let names: readonly string[] = []
const gateway = createGateway({
  baseUrl,
  userAgent: 'network-faults/1.0',
  tokens: async () => succeed(token),
  fetch: (...call) =>
    sendOnce(fetch)(...call).catch((rejection) => {
      names = namesOf(rejection)
      throw rejection
    }),
})
const outcome = await gateway.createBatch('NOAM', batchPhones(100))
console.log(JSON.stringify({ names, ...(outcome.ok ? { taken: true } : outcome.failure) }))
