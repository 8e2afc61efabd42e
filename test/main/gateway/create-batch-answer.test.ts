import { describe, expect, test } from 'vitest'
import { type AnswerBody, type Proof, proofOf } from '../../../src/main/gateway/create-batch-answer.ts'
import { adminApi, failureIn, valueIn } from '../../support/admin-api.ts'

const bodies = ['batch', 'error', 'json', 'text', 'page', 'empty', 'cut', 'too-large'] as const

const short: Readonly<Record<string, Proof>> = {
  T: 'taken',
  N: 'not taken',
  u: 'unconfirmed',
  '?': 'unrecognised',
}

// The table of docs/faults.md. Columns in the order of `bodies`.
const table: readonly (readonly [statuses: readonly number[], row: string])[] = [
  [[200, 201, 202, 204], 'T?????u?'],
  [[0, 301, 302, 304, 307, 308], '??????u?'],
  [[400, 401, 403, 404, 409, 412, 413, 421, 422, 425, 426, 428, 429, 431, 451], '?N????u?'],
  [[407], '??????u?'],
  [[408, 500, 501, 502, 503, 504, 511], '?u????u?'],
]

const cells = table.flatMap(([statuses, row]) =>
  statuses.flatMap((status) =>
    bodies.map((body, index): readonly [number, AnswerBody, Proof | undefined] => [
      status,
      body,
      short[row[index] ?? ''],
    ]),
  ),
)

describe('an answer to createbatch', () => {
  test.each(cells)('of status %i whose body is %s proves: %s', (status, body, proof) => {
    expect(proofOf(status, body)).toBe(proof)
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
