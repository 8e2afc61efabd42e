import { guidanceFor } from '../../../shared/gateway/guidance.ts'
import { checkAbout, type LackedPolicies, policyChecks } from '../../../shared/readiness/after-failure.ts'
import type { ReadinessAnswer } from '../../../shared/readiness/facts.ts'
import type { FixFile } from '../../../shared/readiness/fix-files.ts'
import { countStatuses } from '../../../shared/readiness/reasons.ts'
import { isWatching } from '../../../shared/run/is-watching.ts'
import { text } from '../../../shared/text/index.ts'
import { phoneRow } from '../model/phones/run-rows.ts'
import { judgedOf, staleFacts } from '../model/readiness/known-readiness.ts'
import { type AppStores, ask, invoke } from './app-stores.ts'
import { leaveOut } from './edit-actions.ts'
import { followSession } from './follow-session.ts'
import { readInventory, refreshInventory } from './inventory-actions.ts'
import { checkedList } from './list-check.ts'
import { announce } from './live-store.ts'
import { tellSaved } from './saved-files.ts'
import { knownIn } from './use-readiness.ts'

const words = text.window.readiness

/** A list of more accounts than this is only checked when somebody asks for it: that takes minutes. */
const mostByItself = 3_000

/** The usernames of the open list that a run could be about; where there are more than `most`, not all of them. */
function usernamesOf(stores: AppStores, most = Number.POSITIVE_INFINITY): readonly string[] {
  const names = new Set<string>()
  for (const { status, username } of checkedList(stores.list.getState())?.rows ?? []) {
    if (status === 'ready') names.add(username.toLowerCase())
    if (names.size > most) break
  }
  return [...names]
}

/** Checks all accounts of the open list, and shows what came of it. */
export async function checkReadiness(stores: AppStores): Promise<void> {
  stores.view.setState({ panel: { open: true, tab: 'readiness' } })
  announce(stores.live, words.started)
  void readInventory(stores)
  await read(stores, usernamesOf(stores), { withTenant: true, isAsked: true })
}

export function stopChecking(stores: AppStores): void {
  void invoke(stores, 'readiness:stop', undefined)
  announce(stores.live, words.stopped)
}

/** Asks once for each account of the open list, as soon as it can be, unless the operator wants to say when. */
export async function checkByItself(stores: AppStores): Promise<void> {
  followSession(stores)
  const { of, checking, asked, tenant } = stores.readiness.getState()
  if (of === undefined || checking || stores.settings.getState().readiness === 'by-hand') return
  if (isWatching(stores.run.getState().state)) return
  const names = usernamesOf(stores, mostByItself)
  if (names.length > mostByItself) return
  const fresh = names.filter((name) => !asked.has(name))
  if (fresh.length === 0) return
  await read(stores, fresh, { withTenant: tenant === undefined, isAsked: false })
}

/** Before a run: asks again for what is too old, where it was asked for before or would be by itself. */
export async function refreshReadiness(stores: AppStores, usernames: readonly string[]): Promise<void> {
  followSession(stores)
  void refreshInventory(stores)
  const { of, checking, accounts, asked, tenant } = stores.readiness.getState()
  if (of === undefined || checking) return
  const isByHand = stores.settings.getState().readiness === 'by-hand' || usernames.length > mostByItself
  const wanted = usernames.filter((name) => !isByHand || asked.has(name.toLowerCase()))
  const stale = staleFacts(wanted, accounts, tenant, Date.now())
  if (stale.usernames.length === 0 && !(stale.withTenant && tenant)) return
  await read(stores, stale.usernames, { withTenant: stale.withTenant, isAsked: false })
}

/** Asks what the tenant says now of the accounts whose phones failed for what it can be asked about. */
export async function askAboutFailed(stores: AppStores, isAsked: boolean): Promise<void> {
  followSession(stores)
  const { state } = stores.run.getState()
  const { of, checking } = stores.readiness.getState()
  if (!state || of === undefined || checking) return
  const names = state.phones.flatMap((phone) =>
    phone.status === 'failed' && checkAbout(guidanceFor(phoneRow(phone).result)?.code) !== undefined
      ? [phone.username.toLowerCase()]
      : [],
  )
  if (names.length === 0) return
  await read(stores, [...new Set(names)], { withTenant: true, isAsked })
}

async function read(
  stores: AppStores,
  usernames: readonly string[],
  { withTenant, isAsked }: { readonly withTenant: boolean; readonly isAsked: boolean },
): Promise<void> {
  followSession(stores)
  const { of, asked } = stores.readiness.getState()
  if (of === undefined) return
  stores.readiness.setState({
    checking: { done: 0, of: usernames.length },
    asked: new Set([...asked, ...usernames]),
    failure: undefined,
  })
  const request = { usernames, withTenant }
  const answer = isAsked
    ? await ask(stores, 'list', 'readiness:check', request)
    : await invoke(stores, 'readiness:check', request)
  // Somebody has gone to another tenant meanwhile.
  if (stores.readiness.getState().of !== of) return
  if (answer.ok) takeFacts(stores, answer.value)
  else stores.readiness.setState({ checking: undefined, failure: answer.failure })
  // What nobody has asked for is not said over what somebody has just done.
  if (answer.ok && isAsked) sayCounts(stores)
  // The list may have grown meanwhile.
  await checkByItself(stores)
}

/** Keeps what was read, and of what is replaced, which policies were missing. */
function takeFacts(stores: AppStores, answer: ReadinessAnswer): void {
  const { accounts, lacked, tenant } = stores.readiness.getState()
  const before = knownIn(stores)
  const lacking = new Map(lacked)
  for (const [name] of answer.accounts) {
    const missing = (before?.accounts.get(name)?.checks ?? []).flatMap(({ check, status, at }) =>
      status === 'fails' && policyChecks.some((one) => one === check) ? [[check, at] as const] : [],
    )
    if (missing.length > 0)
      lacking.set(name, { ...lacked.get(name), ...(Object.fromEntries(missing) as LackedPolicies) })
  }
  stores.readiness.setState({
    tenant: answer.tenant ?? tenant,
    accounts: new Map([...accounts, ...answer.accounts]),
    lacked: lacking,
    checking: undefined,
  })
}

function sayCounts(stores: AppStores): void {
  const known = knownIn(stores)
  const judged = usernamesOf(stores).flatMap((username) => judgedOf(known, { username }) ?? [])
  if (judged.length > 0) announce(stores.live, words.done(countStatuses(judged)))
}

/** Selects rows of one reason, and nothing else. */
export function selectRows(stores: AppStores, rows: readonly number[]): void {
  stores.view.setState({ selection: { rows: new Set(rows), anchor: rows[0] }, filter: '', only: undefined })
  announce(stores.live, text.window.table.select.selected(rows.length))
}

export const leaveRowsOut = (stores: AppStores, rows: readonly number[]): void => leaveOut(stores, rows, true)

/** Has main write the script for these accounts where the operator says, and says where it is. */
export async function saveScript(
  stores: AppStores,
  file: FixFile,
  usernames: readonly string[],
): Promise<void> {
  const answer = await ask(stores, 'export', 'readiness:save', { file, usernames })
  if (answer.ok && answer.value !== undefined)
    tellSaved(stores, answer.value, 'export', words.saved(answer.value))
}
