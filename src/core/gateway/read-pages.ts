import { succeed } from '../../shared/result.ts'
import { lowerCaseKeys } from './read-keys.ts'
import type { Read } from './tenant-reads.ts'

/** Names are asked for in such numbers that more pages than these mean something else. */
const mostPages = 10

/**
 * Reads a list of users with the pages that follow it (`{ users, nextLink }`), as one answer. It doesn't follow a link to
 * another host, because a token would go there, or to another path. Then, or if a page cannot be read, the answer has the
 * users read so far.
 */
export async function readPages(
  path: string,
  read: (path: string) => Promise<Read>,
  baseUrl: string,
): Promise<Read> {
  const first = await read(path)
  let next = nextPath(first, path, baseUrl)
  let users = usersIn(first)
  if (next === undefined || !users) return first
  for (let page = 1; next !== undefined && page < mostPages; page++) {
    const following: Read = await read(next)
    const more = usersIn(following)
    if (!more) break
    users = [...users, ...more]
    next = nextPath(following, path, baseUrl)
  }
  return { ...first, answer: succeed({ users }) }
}

function bodyOf({ answer }: Read): Readonly<Record<string, unknown>> | undefined {
  const body = answer.ok ? lowerCaseKeys(answer.value) : undefined
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  return isObject ? (body as Readonly<Record<string, unknown>>) : undefined
}

function usersIn(read: Read): readonly unknown[] | undefined {
  const users = bodyOf(read)?.['users']
  return Array.isArray(users) ? users : undefined
}

function nextPath(read: Read, path: string, baseUrl: string): string | undefined {
  const link = bodyOf(read)?.['nextlink']
  if (typeof link !== 'string' || link === '' || !URL.canParse(link, baseUrl)) return undefined
  const url = new URL(link, baseUrl)
  const here = new URL(path, baseUrl)
  const isHere = url.origin === here.origin && url.pathname === here.pathname && url.username === ''
  return isHere ? `${url.pathname}${url.search}` : undefined
}
