import { expect, test } from 'vitest'
import { readPages } from '../../../src/core/gateway/read-pages.ts'
import type { Read } from '../../../src/core/gateway/tenant-reads.ts'
import { fail, succeed } from '../../../src/shared/result.ts'

const here = 'https://api.example'
const first = '/Teams.User/users?psfilter=x'

/** Answers these bodies one after another; which paths were read stands in `asked`. */
async function reading(...bodies: readonly unknown[]) {
  const asked: string[] = []
  const read = async (path: string): Promise<Read> => {
    const body = bodies[asked.length]
    asked.push(path)
    return {
      ms: 1,
      answer:
        body === undefined ? fail({ kind: 'unavailable', status: 500, correlationId: 'c' }) : succeed(body),
    }
  }
  const { answer } = await readPages(first, read, here)
  return { asked, users: answer.ok ? (answer.value as { users: unknown }).users : undefined }
}

test('the pages that follow are read, in either case, and are one answer', async () => {
  const next = '/Teams.User/users?skiptoken=2'
  expect(
    await reading(
      { users: ['a'], nextLink: next },
      { Users: ['b'], NextLink: here + next },
      { users: ['c'] },
    ),
  ).toEqual({ asked: [first, next, next], users: ['a', 'b', 'c'] })
})

test.each([
  'https://elsewhere.example/Teams.User/users?skiptoken=2',
  'http://api.example/Teams.User/users?skiptoken=2',
  'https://api.example@elsewhere.example/Teams.User/users',
  'https://me:secret@api.example/Teams.User/users',
  '/Teams.Other/things',
  '',
  7,
  null,
])('a link %j leads elsewhere: no token goes there', async (nextLink) => {
  expect(await reading({ users: ['a'], nextLink }, { users: ['b'] })).toEqual({
    asked: [first],
    users: ['a'],
  })
})

test('where a page cannot be read, those before it count; and pages without an end are not followed for ever', async () => {
  const nextLink = '/Teams.User/users?skiptoken=2'
  expect((await reading({ users: ['a'], nextLink })).users).toEqual(['a'])
  const endless = Array.from({ length: 50 }, () => ({ users: ['a'], nextLink }))
  expect((await reading(...endless)).asked).toHaveLength(10)
})
