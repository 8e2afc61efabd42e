import { describe, expect, test } from 'vitest'
import { type AnswerBody, proofOf } from '../../../src/core/gateway/create-batch-answer.ts'
import { adminApi, failureIn, valueIn } from '../../support/admin-api.ts'
import { tableRows } from '../../support/named-tests.ts'

// The table of docs/faults.md is the rule: `status`, then a column for each kind of body.
const [head = [], , ...rows] = tableRows('docs/faults.md').filter(({ length }) => length === 9)
const bodies = head.slice(1).map((name) => name.replaceAll('`', '')) as AnswerBody[]
const cells = rows.flatMap(([statuses = '', ...proofs]) =>
  statusesIn(statuses).flatMap((status) =>
    proofs.map((proof, index) => [status, bodies[index], proof] as const),
  ),
)

/** `200 to 299`, `407`, `the rest of 400 to 499`: some of each range, its ends among them. */
function statusesIn(cell: string): readonly number[] {
  const numbers = [...cell.matchAll(/\d+/g)].map(([number]) => Number(number))
  const [from = 0, to = from] = numbers
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return cell.startsWith('the rest') ? all.filter((status) => status !== 407 && status !== 408) : all
}

describe('an answer to createbatch', () => {
  test('has a table that names every status and every kind of body', () => {
    expect(bodies).toHaveLength(8)
    expect(new Set(cells.map(([status]) => status)).size).toBeGreaterThanOrEqual(500)
  })

  test.each(rows)('of status %s proves what the table says', (...row) => {
    const [statuses = '', ...proofs] = row
    for (const status of statusesIn(statuses))
      for (const [index, proof] of proofs.entries()) {
        const body = bodies[index]
        expect(body && proofOf(status, body), `${status} ${body}`).toBe(proof)
      }
  })
})

describe('the real client takes', () => {
  const phones = [{ userName: 'lobby@contoso.com', hardwareId: '1A-2B-3C-D4-E5-F6' }]

  async function answeredWith(status: number, body: string, type = 'application/json') {
    const { gateway, calls, close } = await adminApi((_, response) =>
      response.writeHead(status, { 'Content-Type': type, 'Retry-After': '1' }).end(body),
    )
    const outcome = await gateway.createBatch('NOAM', phones)
    await close()
    expect(calls()).toHaveLength(1)
    return outcome
  }

  test.each<[string, number, string, string?]>([
    ['a 429 page', 429, '<!doctype html><title>Slow down</title>', 'text/html'],
    ['a page without its tags', 429, 'Slow down.', 'text/html'],
    ['a 401 page', 401, '<html><title>Sign in to the proxy</title></html>', 'text/html'],
    ['401 without words', 401, ''],
    ['401 of a gateway', 401, '{"statusCode":401,"message":"Unauthorized"}'],
    ['429 without words', 429, ''],
    ['429 of a gateway', 429, '{"statusCode":429,"message":"Rate limit is exceeded."}'],
    [
      'plain text about concurrent requests',
      400,
      'Too many concurrent requests for this region',
      'text/plain',
    ],
    ['a JSON text about concurrent batches', 400, '"3 batches are in progress in region NOAM"'],
    ['409 of somebody else', 409, '{"error":"conflict"}'],
    ['409 in the shape that OData uses', 409, '{"error":{"code":"Conflict","message":"No."}}'],
    ['403 without words', 403, ''],
    ['403 of a gateway', 403, '{"message":"Forbidden"}'],
    ['an error without a message', 400, '{"errorCode":"X"}'],
    ['an error with an empty message', 400, '{"errorCode":"X","message":"  "}'],
    ['an error with a message that is no text', 400, '{"errorCode":"X","message":{"a":1}}'],
    ['a list of errors', 400, '[{"errorCode":"X","message":"No."}]'],
    ['a batch under a status that refuses', 409, '{"batchId":"b1"}'],
    ['a refusal that names a batch', 409, '{"batchId":"b1","errorCode":"X","message":"No."}'],
    ['an error under a status that grants', 200, '{"errorCode":"X","message":"No."}'],
    ['a page of the captive portal', 200, '<html><title>Guests</title></html>', 'text/html'],
    ['503 of a proxy', 503, '<html><title>Bad gateway</title></html>', 'text/html'],
    ['no content', 204, ''],
    ['a redirect', 302, ''],
  ])('%s for nobody knows whose, and sends nothing again', async (_, status, body, type) => {
    expect(failureIn(await answeredWith(status, body, type))).toMatchObject({
      kind: 'unexpected',
      status,
      answer: expect.stringContaining(String(status)),
    })
  })

  test.each<[string, number, string, string]>([
    ['expired', 401, 'InvalidToken', 'The token is not valid.'],
    ['throttled', 429, 'TooManyRequests', 'Too many requests.'],
    ['denied', 403, 'Forbidden', 'No.'],
    ['region-full', 409, 'ConcurrentBatchLimitReached', 'No.'],
    ['not-found', 404, 'RegionNotFound', 'No.'],
    ['refused', 400, 'InvalidDevice', 'Device 3 is malformed.'],
    ['unavailable', 500, 'ServerError', 'Something went wrong.'],
  ])(
    '%s at its word, in any casing, where the shape is the service’s own',
    async (kind, status, code, said) => {
      for (const body of [
        { errorCode: code, message: said },
        { ErrorCode: code, Message: said },
      ])
        expect(failureIn(await answeredWith(status, JSON.stringify(body)))).toMatchObject({ kind, said })
      const rights = { action: 'createbatch', code: 'X', message: said }
      if (status < 500 && status !== 401 && status !== 429)
        expect(failureIn(await answeredWith(status, JSON.stringify(rights))).kind).toBe('denied')
    },
  )

  test('two answers that differ only in numbers and IDs for the same kind, and others for another', async () => {
    const kindOf = async (words: string): Promise<unknown> => {
      const failure = failureIn(await answeredWith(403, `<html><p>${words}</p></html>`, 'text/html'))
      return failure.kind === 'unexpected' && failure.answer
    }
    const first = await kindOf('Blocked. Incident 48213, 1f0e3dad-9990-45a9-b8f3-2f3c9b0c1f1e.')
    expect(await kindOf('Blocked. Incident 7, 2a0e3dad-9990-45a9-b8f3-2f3c9b0c1f1e.')).toBe(first)
    expect(await kindOf('Sign in first. Incident 7.')).not.toBe(first)
  })

  test('a batch for taken', async () => {
    expect(valueIn(await answeredWith(200, '{"BatchId":"b1","BatchItemsCount":1}'))).toEqual({
      batchId: 'b1',
      itemsCount: 1,
    })
  })
})
