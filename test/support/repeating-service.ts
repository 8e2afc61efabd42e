import type { ServerResponse } from 'node:http'
import { json } from './admin-api.ts'
import { repetitions } from './long-token.ts'
import { type SeenRequest, type SmallServer, smallServer } from './small-server.ts'

/** What stands in for an answer to createbatch; `words` repeat the Authorization header of the request. */
type Refusal = (response: ServerResponse, words: string, header: string) => void

const page = (words: string): string =>
  `<!doctype html><html><title>Blocked</title><body>${words}</body></html>`

/** Answers that a service, or a proxy on the way, may give instead of "taken". */
export const refusals: Readonly<Record<string, Refusal>> = {
  'a refusal': (to, words) => json(to, 400, { errorCode: 'InvalidDevice', message: words }),
  'a refusal with it as its code': (to, words) => json(to, 400, { error: { code: words, message: words } }),
  'a denial': (to, words) => json(to, 403, { action: words, code: words, message: words }),
  'too many requests': (to, words, header) =>
    json(to, 429, { errorCode: words, message: words }, { 'Retry-After': header }),
  'too many batches': (to, words) =>
    json(to, 409, {
      errorCode: 'ConcurrentBatchLimitReached',
      message: `Too many batches in this region: ${words}`,
    }),
  'an expired sign-in': (to, words, header) =>
    json(to, 401, { errorCode: 'InvalidToken', message: words }, { 'WWW-Authenticate': header }),
  'an error of the service': (to, words) => to.writeHead(500, { 'Content-Type': 'text/plain' }).end(words),
  'a status in words': (to, _, header) => to.writeHead(502, header).end(),
  'a page': (to, words) => to.writeHead(200, { 'Content-Type': 'text/html' }).end(page(words)),
  'a page that refuses': (to, words) => to.writeHead(403, { 'Content-Type': 'text/html' }).end(page(words)),
  'plain words': (to, words) => to.writeHead(400).end(words),
  'another shape': (to, words) => json(to, 200, { id: words, [words]: words }),
  'a batch of that ID': (to, words) =>
    json(to, 200, { batchId: words.slice(0, 150), batchItemsCount: words }),
  'half an answer': (to, words) => {
    to.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1_000_000 })
    to.write(`{"batchId":"b","said":${JSON.stringify(words)}`, () => to.destroy())
  },
  'a redirect': (to, words) => to.writeHead(302, { Location: `/${encodeURIComponent(words)}` }).end(),
  'too much': (to, words) => json(to, 200, { said: words, more: 'x'.repeat(2_000_000) }),
}

/**
 * A service that repeats the Authorization header in every place it has, each time in another way. The first look at
 * anything is answered in its worst manner; then batches are taken, and end with failed phones. The first createbatch
 * gets the refusal.
 */
export async function repeatingService(
  refusal: Refusal,
  tenantId = '3fa85f64-5717-4562-b3fc-2c963f66afa6',
): Promise<SmallServer> {
  const ways = Object.values(repetitions)
  const submitted: { readonly id: string; readonly items: readonly object[] }[] = []
  let asked = 0
  const worst = { status: 0, summaries: 0, created: 0 }

  const answers: readonly (readonly [string, Answer])[] = [
    [
      '/serviceDiscovery',
      ({ words, header }) => ({
        Endpoints: { AdminServiceEndpoint: 'admin.contoso.example', Other: words },
        Headers: { 'X-MS-Forest': header.slice(7, 200) },
      }),
    ],
    [
      '/tenants',
      ({ words }) => ({
        TenantId: tenantId,
        DisplayName: `Contoso ${words}`,
        VerifiedDomains: [{ Name: words, IsDefault: true }],
      }),
    ],
    [
      '/createbatch',
      ({ words, header, body, response }) => {
        if (worst.created++ === 0) return void refusal(response, words, header)
        const id = `3fa85f64-5717-4562-b3fc-${String(submitted.length).padStart(12, '0')}`
        submitted.push({ id, items: JSON.parse(body) })
        return { batchId: id, batchItemsCount: words, message: words }
      },
    ],
    [
      '/batchstatus',
      ({ path, words, response }) => {
        const of = submitted.find(({ id }) => path.endsWith(id))
        if (!of) return { batchStatus: words, batchItems: [{ userName: words, hardwareId: words }] }
        const [item] = of.items.map((one) => ({ ...one, status: words, error: { reason: words } }))
        switch (worst.status++) {
          case 0:
            return void json(response, 503, { errorCode: words, message: words })
          case 1:
            return void response.writeHead(200, { 'Content-Type': 'text/html' }).end(page(words))
          case 2:
            return { batchId: words, batchStatus: words, batchItems: [item] }
          case 3:
            return { batchId: of.id, batchStatus: words, batchItems: [item, { userName: words }] }
          default: {
            const error = `The device is offline. ${words}`
            const batchItems = of.items.map((one) => ({ ...one, status: 'failed', error }))
            return { batchId: of.id, batchStatus: 'Completed', requestTime: words, batchItems }
          }
        }
      },
    ],
    [
      '/batchsummaries',
      ({ words }) => {
        const other = { batchId: '3fa85f64-5717-4562-b3fc-ffffffffffff', batchItemsCount: 3 }
        const told = { ...other, batchStatus: words, region: words, requestTime: words, userId: words }
        return worst.summaries++ === 0 ? [told, { batchId: words.slice(0, 150) }] : [told]
      },
    ],
  ]

  return smallServer((request, response) => {
    const header = request.headers.authorization ?? ''
    const words = `${header.slice(0, 40)} ${(ways[asked++ % ways.length] ?? String)(header)}`
    response.setHeader('X-Request', header)
    response.setHeader('X-MS-Error', header.slice(0, 1000))
    const [, answer] = answers.find(([path]) => request.path.includes(path)) ?? []
    const content = answer?.({ ...request, words, header, response })
    if (content !== undefined) json(response, 200, content)
  })
}

/** What to send, or undefined where it has been sent. */
type Answer = (
  asked: SeenRequest & {
    /** The header, repeated in one of the ways. */
    readonly words: string
    readonly header: string
    readonly response: ServerResponse
  },
) => unknown
