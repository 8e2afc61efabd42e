import {
  type AccountFacts,
  known,
  nothingOf,
  type TenantFacts,
  type UnreadReason,
  unread,
} from '../../shared/readiness/facts.ts'
import type { Clock } from '../clock/clock.ts'
import type { Read, TenantReads } from '../gateway/tenant-reads.ts'
import { accountFacts, domainsIn, instancesIn, recordsIn, usernameOf, usersIn } from './read-facts.ts'
import type { ReadinessSource } from './source.ts'

/** A filter of so many names stays within what servers take as an address. */
const accountsPerCall = 20
const mostCallsAtOnce = 4
const mostTries = 4
/** In ms. Longer than this nobody waits: then it could not be read. */
const longestWait = 60_000

/**
 * Facts over the admin API, with the token that bulk sign-in has. Accounts are asked for many a call; those that the answer
 * does not have, one by one, for only then is it certain that there is no such account.
 */
export function readinessFromApi(reads: TenantReads, clock: Clock): ReadinessSource {
  const at = (): string => new Date(clock.now()).toISOString()

  /** Waits as long as the service asks for, then asks again; a few times. */
  async function patiently(ask: () => Promise<Read>, signal: AbortSignal | undefined): Promise<Read> {
    for (let tries = 1; ; tries++) {
      const read = await ask()
      if (read.answer.ok || tries === mostTries || signal?.aborted) return read
      const { failure } = read.answer
      if (failure.kind !== 'throttled' && failure.kind !== 'unavailable') return read
      const wait = failure.retryAfterMs ?? 1000 * 2 ** tries
      if (wait > longestWait) return read
      await clock.sleep(wait, signal)
    }
  }

  async function tenant(signal?: AbortSignal): Promise<TenantFacts> {
    const ask = (read: () => Promise<Read>) => patiently(read, signal)
    const history = await ask(() => reads.batchHistory(signal))
    const [devices, phones, calling, addresses] = await Promise.all([
      ask(() => reads.policies('TeamsSipDevicesConfiguration', signal)),
      ask(() => reads.policies('TeamsIPPhonePolicy', signal)),
      ask(() => reads.policies('TeamsCallingPolicy', signal)),
      ask(() => reads.policies('TenantTrustedIPAddress', signal)),
    ])
    const itself = await ask(() => reads.tenant(signal))
    const isDenied = !history.answer.ok && history.answer.failure.kind === 'denied'
    return {
      at: at(),
      rights: history.answer.ok ? known(true) : isDenied ? known(false) : unread(history.answer.failure.kind),
      bulkSignIn: bulkSignIn(devices),
      trustedAddresses: addresses.answer.ok
        ? countOf(addresses.answer.value)
        : unread(addresses.answer.failure.kind),
      domains: domainsIn(itself.answer),
      phonePolicies: instancesIn(phones.answer, 'signinmode', (mode) => mode === 'commonareaphonesignin'),
      callingPolicies: instancesIn(calling.answer, 'allowsipdevicescalling', (allowed) => allowed === 'true'),
    }
  }

  async function accounts(
    usernames: readonly string[],
    { signal, onRead }: { readonly signal?: AbortSignal; readonly onRead?: (done: number) => void } = {},
  ): Promise<ReadonlyMap<string, AccountFacts>> {
    const names = [...new Set(usernames.map((name) => name.toLowerCase()))]
    const found = new Map<string, AccountFacts>()
    const keep = (name: string, facts: AccountFacts): void => {
      found.set(name, facts)
      onRead?.(found.size)
    }

    // Another call would only get the same.
    let hopeless: UnreadReason | undefined

    async function askAlone(name: string): Promise<void> {
      const { answer } = await patiently(() => reads.account(name, signal), signal)
      if (!answer.ok) {
        const { kind } = answer.failure
        return keep(name, nothingOf(at(), kind === 'not-found' ? known(false) : unread(kind)))
      }
      const user = usersIn(answer.value)?.find((one) => usernameOf(one) === name)
      keep(name, user ? accountFacts(user, at()) : nothingOf(at(), unread('odd')))
    }

    async function askTogether(group: readonly string[]): Promise<void> {
      const { answer } = await patiently(() => reads.accounts(group, signal), signal)
      if (!answer.ok && meansAll.has(answer.failure.kind)) {
        hopeless ??= answer.failure.kind
        for (const name of group) keep(name, nothingOf(at(), unread(answer.failure.kind)))
        return
      }
      const users = answer.ok ? (usersIn(answer.value) ?? []) : []
      const byName = new Map(users.map((user) => [usernameOf(user), user]))
      const missing: string[] = []
      for (const name of group) {
        const user = byName.get(name)
        if (user) keep(name, accountFacts(user, at()))
        else missing.push(name)
      }
      for (const name of missing) await askAlone(name)
    }

    const groups = Array.from({ length: Math.ceil(names.length / accountsPerCall) }, (_, index) =>
      names.slice(index * accountsPerCall, (index + 1) * accountsPerCall),
    )
    const pending = groups.values()
    const lane = async (): Promise<void> => {
      for (const group of pending) if (!signal?.aborted && !hopeless) await askTogether(group)
    }
    await Promise.all(Array.from({ length: mostCallsAtOnce }, lane))
    for (const name of names)
      if (!found.has(name)) found.set(name, nothingOf(at(), unread(hopeless ?? 'unreachable')))
    return [...found.values()].some(isThere) ? found : new Map([...found].map(doubted))
  }

  return { tenant, accounts }
}

const isThere = ({ exists }: AccountFacts): boolean => exists.read && exists.value

/** That accounts are found by username was never seen on a live tenant: where none was, "no such account" is not certain. */
const doubted = ([name, facts]: readonly [string, AccountFacts]) =>
  [name, { ...facts, isExpectedShape: false }] as const

/** Failures of which another call would only get the same. */
const meansAll: ReadonlySet<string> = new Set([
  'denied',
  'expired',
  'throttled',
  'unavailable',
  'unreachable',
])

function bulkSignIn({ answer }: Read): TenantFacts['bulkSignIn'] {
  if (!answer.ok) return unread(answer.failure.kind)
  const [configuration] = recordsIn(answer.value) ?? []
  const value = configuration?.['bulksignin']
  if (value === undefined || value === null) return unread('absent')
  const said = String(value).toLowerCase()
  if (said === 'enabled' || said === 'true') return known(true)
  return said === 'disabled' || said === 'false' ? known(false) : unread('odd')
}

function countOf(json: unknown): TenantFacts['trustedAddresses'] {
  const records = Array.isArray(json) && json.length === 0 ? [] : recordsIn(json)
  return records?.every((record) => 'identity' in record || 'ipaddress' in record)
    ? known(records.length)
    : unread('odd')
}
