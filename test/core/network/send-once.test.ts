import { describe, expect, test } from 'vitest'
import { readRejection } from '../../../src/core/network/rejection.ts'
import { sendOnce } from '../../../src/core/network/send-once.ts'
import { trustedCertificate } from '../../support/authority/certificate.ts'
import { fates, type PostCounter, postCounter } from '../../support/post-counter.ts'
import { smallServer } from '../../support/small-server.ts'

const post: RequestInit = {
  method: 'POST',
  body: '[{"userName":"søren@contoso.com"}]',
  headers: { 'Content-Type': 'application/json', Authorization: 'Bearer a' },
  redirect: 'manual',
}

const whatever = (sent: Promise<Response>): Promise<unknown> =>
  sent.then((response) => response.text()).catch(() => undefined)

async function withCounter(
  fate: string,
  work: (counter: PostCounter) => Promise<void>,
  options?: Parameters<typeof postCounter>[1],
): Promise<void> {
  const counter = await postCounter(fates[fate] ?? expect.fail(), options)
  try {
    await work(counter)
  } finally {
    await counter.close()
  }
}

describe.each([
  ['of its own', false, false],
  ['that was used before', true, false],
  ['of its own, over TLS', false, true],
])('a POST on a connection %s', (_, isUsed, isSecure) => {
  // What lies under TLS cannot be reset from here.
  const these = Object.keys(fates).filter((fate) => !isSecure || fate !== 'a reset')

  test.each(these)('leaves once, whatever follows: %s', async (fate) => {
    const check = async ({ baseUrl, whole }: PostCounter): Promise<void> => {
      if (isUsed) await whatever(fetch(baseUrl))
      await whatever(sendOnce(fetch)(`${baseUrl}/createbatch`, post))
      expect(whole).toEqual([post.body])
    }
    await withCounter(fate, check, isSecure ? { certificate: await trustedCertificate() } : {})
  })
})

test.each(['a reset', 'an end without an answer', 'half a status line'])(
  'may have been sent where it ends with %s',
  async (fate) => {
    await withCounter(fate, async ({ baseUrl }) => {
      const rejection = await sendOnce(fetch)(baseUrl, post).catch((error) => error)
      expect(readRejection(rejection)).toMatchObject({ sent: 'maybe' })
    })
  },
)

test('was not sent where nobody listens', async () => {
  const counter = await postCounter(() => undefined)
  await counter.close()
  const rejection = await sendOnce(fetch)(counter.baseUrl, post).catch((error) => error)
  expect(readRejection(rejection)).toEqual({ reason: 'refused', sent: 'no' })
})

// Why this is needed: what comes after an accepted submission need not be the service's own word.
test('a POST by fetch alone leaves twice after a 421', async () => {
  await withCounter('421', async ({ baseUrl, whole }) => {
    await whatever(fetch(`${baseUrl}/createbatch`, post))
    expect(whole).toEqual([post.body, post.body])
  })
})

test('goes out as it would without', async () => {
  const { baseUrl, seen, close } = await smallServer((_, response) => void response.end())
  await whatever(fetch(baseUrl, post))
  await whatever(sendOnce(fetch)(baseUrl, post))
  await close()
  expect(seen).toHaveLength(2)
  expect(seen[1]).toEqual(seen[0])
})

test('leaves what has no body as it is', async () => {
  const sent: unknown[] = []
  const init = { method: 'GET' }
  await sendOnce(async (...call) => {
    sent.push(call)
    return new Response()
  })('https://localhost/', init)
  expect(sent).toEqual([['https://localhost/', init]])
})
