import {
  type AccountFacts,
  known,
  nothingOf,
  type UnreadReason,
  unread,
} from '../../shared/readiness/facts.ts'
import type { TenantReads } from '../gateway/tenant-reads.ts'
import type { Patiently } from './patiently.ts'
import { accountFacts, usernameOf, usersIn } from './read-facts.ts'

/** An address with a filter of so many names is short enough for servers. */
const accountsPerCall = 20
const mostCallsAtOnce = 4
/** The service may deny one account and not the others. If it denies this many and has answered about none, we stop. */
const mostDenied = 5

/**
 * Asks for many accounts per call. Asks one by one for the accounts that the answer lacks, because only that proves
 * that there is no such account. Also asks one by one if the service denies the call for many: it may allow a single
 * one.
 */
export async function askAccounts(options: {
  readonly reads: Pick<TenantReads, 'account' | 'accounts'>
  readonly patiently: Patiently
  readonly at: () => string
  readonly usernames: readonly string[]
  readonly signal?: AbortSignal
  readonly onRead?: (done: number) => void
}): Promise<ReadonlyMap<string, AccountFacts>> {
  const { reads, patiently, at, usernames, signal, onRead } = options
  const names = [...new Set(usernames.map((name) => name.toLowerCase()))]
  const found = new Map<string, AccountFacts>()
  let isDeniedTogether = false
  let isAnyRead = false
  let deniedAlone = 0
  // Set after a failure that another call would only get again.
  let hopeless: UnreadReason | undefined
  const isOver = (): boolean => hopeless !== undefined || signal?.aborted === true

  function keep(name: string, facts: AccountFacts): void {
    found.set(name, facts)
    isAnyRead ||= facts.exists.read
    onRead?.(found.size)
  }

  async function askAlone(name: string): Promise<void> {
    const { answer } = await patiently(() => reads.account(name, signal), signal)
    if (signal?.aborted) return
    if (!answer.ok) {
      const { kind } = answer.failure
      if (kind === 'denied') deniedAlone++
      if (meansAll.has(kind) || (deniedAlone >= mostDenied && !isAnyRead)) hopeless ??= kind
      keep(name, nothingOf(at(), kind === 'not-found' ? known(false) : unread(kind)))
      return
    }
    const user = usersIn(answer.value)?.find((one) => usernameOf(one) === name)
    keep(name, user ? accountFacts(user, at()) : nothingOf(at(), unread('odd')))
  }

  async function usersAmong(group: readonly string[]): Promise<NonNullable<ReturnType<typeof usersIn>>> {
    const { answer } = await patiently(() => reads.accounts(group, signal), signal)
    if (answer.ok) return usersIn(answer.value) ?? []
    const { kind } = answer.failure
    if (kind === 'denied') isDeniedTogether = true
    else if (meansAll.has(kind)) hopeless ??= kind
    return []
  }

  async function askFor(group: readonly string[]): Promise<void> {
    const users = isDeniedTogether ? [] : await usersAmong(group)
    const byName = new Map(users.map((user) => [usernameOf(user), user]))
    for (const [name, user] of byName)
      if (name !== undefined && group.includes(name)) keep(name, accountFacts(user, at()))
    for (const name of group) if (!found.has(name) && !isOver()) await askAlone(name)
  }

  const groups = Array.from({ length: Math.ceil(names.length / accountsPerCall) }, (_, index) =>
    names.slice(index * accountsPerCall, (index + 1) * accountsPerCall),
  )
  const pending = groups.values()
  const lane = async (): Promise<void> => {
    for (const group of pending) if (!isOver()) await askFor(group)
  }
  await Promise.all(Array.from({ length: mostCallsAtOnce }, lane))
  const why = signal?.aborted ? 'stopped' : (hopeless ?? 'unreachable')
  for (const name of names) if (!found.has(name)) found.set(name, nothingOf(at(), unread(why)))
  return found
}

/** Failures that another call would only get again. */
const meansAll: ReadonlySet<string> = new Set(['expired', 'throttled', 'unavailable', 'unreachable'])
