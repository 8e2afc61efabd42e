import type { RunEvent } from '../../../shared/run/events.ts'
import { isWatching } from '../../../shared/run/is-watching.ts'
import type { SessionState } from '../../../shared/session.ts'
import { text } from '../../../shared/text/index.ts'
import { sessionNews } from '../model/session/session-news.ts'
import { type AppStores, ask, invoke } from './app-stores.ts'
import { announce } from './live-store.ts'
import { loadRecent } from './load-recent.ts'
import { loadElsewhere, loadRuns, placeOf } from './load-runs.ts'
import { dismiss, dismissSuccess, post } from './notice-store.ts'

/**
 * Fetches the state that main already has (a reloaded window loses nothing) and listens from then on. The
 * returned function ends the listening.
 */
export function connectStores(stores: AppStores): () => void {
  let early: readonly RunEvent[] | undefined = []
  // Values pushed meanwhile are newer than the answer.
  let told = false
  let settingsTold = false
  let updatesTold = false
  let proxyTold = false
  const ends = [
    stores.bridge.on('session:changed', (session) => {
      told = true
      setSession(stores, session)
    }),
    stores.bridge.on('settings:changed', (settings) => {
      settingsTold = true
      stores.settings.setState(settings, true)
    }),
    stores.bridge.on('updates:changed', (updates) => {
      updatesTold = true
      stores.updates.setState({ state: updates })
    }),
    stores.bridge.on('proxy:changed', (question) => {
      proxyTold = true
      stores.proxy.setState({ question })
    }),
    stores.bridge.on('readiness:progress', (checking) => {
      if (stores.readiness.getState().checking) stores.readiness.setState({ checking })
    }),
    // That something was saved is said where it was done.
    stores.view.subscribe(({ page }, before) => {
      if (page !== before.page) dismissSuccess(stores.notices)
    }),
    stores.bridge.on('run:events', (events) => {
      if (early) early = [...early, ...events]
      else if (following) following.hearEvents(stores, events)
      else void followRuns().then(({ hearEvents }) => hearEvents(stores, events))
    }),
  ]
  void (async () => {
    const [info, settings, updates, session, events, list] = await Promise.all([
      ask(stores, 'app', 'app:info', undefined),
      ask(stores, 'settings', 'settings:get', undefined),
      ask(stores, 'updates', 'updates:get', undefined),
      ask(stores, 'session', 'session:get', undefined),
      ask(stores, 'run', 'run:current', undefined),
      ask(stores, 'list', 'list:at-launch', undefined),
    ])
    if (settings.ok && !settingsTold) stores.settings.setState(settings.value, true)
    const atLaunch = list.ok ? list.value : undefined
    const current = events.ok ? events.value : []
    const sorted = settings.ok && settings.value.table?.sort !== undefined
    // What the page needs for what main knows, before any of that is shown: no other page is to be seen first.
    const [run, lists, look] = await Promise.all([
      current.length > 0 || (early ?? []).length > 0 ? followRuns() : undefined,
      atLaunch && import('./list-actions.ts'),
      sorted ? import('./table-look.ts') : undefined,
    ])
    look?.recallSort(stores)
    if (updates.ok && !updatesTold) stores.updates.setState({ state: updates.value })
    if (info.ok) stores.session.setState({ info: info.value })
    if (!told) setSession(stores, session.ok ? session.value : { kind: 'signed-out', accounts: [] })
    if (atLaunch) lists?.openCells(stores, atLaunch, 'file')
    run?.takeEvents(stores, current)
    const pushed = early ?? []
    early = undefined
    if (pushed.length > 0)
      (run ?? (await followRuns())).hearEvents(stores, pushed.slice(Math.max(0, lastStart(pushed))))
    if (stores.run.getState().state?.watching.kind === 'watching') stores.view.setState({ page: 'phones' })
  })()
  void invoke(stores, 'proxy:get', undefined).then((answer) => {
    if (answer.ok && !proxyTold) stores.proxy.setState({ question: answer.value })
  })
  void loadRecent(stores)
  return () => {
    for (const end of ends) end()
  }
}

let following: typeof import('./follow-run.ts') | undefined

/** How runs are followed: loaded with the first event, or once the window has shown its first page. */
export async function followRuns(): Promise<typeof import('./follow-run.ts')> {
  following ??= await import('./follow-run.ts')
  return following
}

/** Takes over what main says of the session, and tells what is new in it. */
export function setSession(stores: AppStores, session: SessionState): void {
  const before = stores.session.getState().session
  stores.session.setState({ session })
  const news = sessionNews(before, session, isWatching(stores.run.getState().state))
  if (news !== undefined) announce(stores.live, news)
  if (keptInMemory(session) && !keptInMemory(before)) {
    post(stores.notices, { about: 'storage', intent: 'info', message: text.window.session.memory.message })
  } else if (!keptInMemory(session)) dismiss(stores.notices, 'storage')
  const { dialog } = stores.view.getState()
  // An open question is about the other tenant from now on.
  if (placeOf(session) !== placeOf(before) && (dialog === 'start' || dialog === 'retry'))
    void loadElsewhere(stores)
  if (tenantOf(session) === tenantOf(before)) return
  // Such as that nobody was signed in.
  dismiss(stores.notices, 'run')
  void loadRuns(stores)
}

const tenantOf = (session: SessionState | undefined): string | undefined =>
  session?.kind === 'signed-in' ? session.tenant.id : undefined

const keptInMemory = (session: SessionState | undefined): boolean =>
  session?.kind === 'signed-in' && session.storage === 'memory'

const lastStart = (events: readonly RunEvent[]): number =>
  events.findLastIndex(({ type }) => type === 'RunStarted')
