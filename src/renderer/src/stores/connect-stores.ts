import type { RunEvent, RunStarted } from '../../../shared/run/events.ts'
import { isWatching } from '../../../shared/run/is-watching.ts'
import type { SessionState } from '../../../shared/session.ts'
import { text } from '../../../shared/text/index.ts'
import { withLearnedBatches } from '../model/history/learned-batches.ts'
import { failedPhones } from '../model/run/standing.ts'
import { sessionNews } from '../model/session/session-news.ts'
import { type AppStores, ask, invoke } from './app-stores.ts'
import { openCells } from './list-actions.ts'
import { followListRun } from './list-runs.ts'
import { announce } from './live-store.ts'
import { loadElsewhere, loadRuns, placeOf } from './load-history.ts'
import { dismiss, dismissSuccess, post } from './notice-store.ts'
import { loadRecent } from './recent-actions.ts'
import { receiveEvents } from './run-store.ts'
import { recallSort } from './table-look.ts'
import { showAfresh } from './view-store.ts'

/**
 * Takes up what main knows already (a reloaded window has lost nothing) and listens from then on. The
 * function returned ends the listening.
 */
export function connectStores(stores: AppStores): () => void {
  let early: readonly RunEvent[] | undefined = []
  // What was pushed meanwhile is newer than what was asked for.
  let told = false
  let updatesTold = false
  let proxyTold = false
  const ends = [
    stores.bridge.on('session:changed', (session) => {
      told = true
      setSession(stores, session)
    }),
    stores.bridge.on('settings:changed', (settings) => stores.settings.setState(settings, true)),
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
      else hearEvents(stores, events)
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
    if (settings.ok) {
      stores.settings.setState(settings.value, true)
      recallSort(stores)
    }
    if (updates.ok && !updatesTold) stores.updates.setState({ state: updates.value })
    if (info.ok) stores.session.setState({ info: info.value })
    if (!told) setSession(stores, session.ok ? session.value : { kind: 'signed-out', accounts: [] })
    if (list.ok && list.value) openCells(stores, list.value, 'file')
    if (events.ok) takeEvents(stores, events.value)
    const pushed = early ?? []
    early = undefined
    hearEvents(stores, pushed.slice(Math.max(0, lastStart(pushed))))
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

/**
 * Takes over what has happened to the run in view, or to another one that takes its place. Answers the start
 * that the window did not know of; what it has asked for is no news for all that.
 */
export function takeEvents(stores: AppStores, events: readonly RunEvent[]): RunStarted | undefined {
  const fresh = receiveEvents(stores.run, events)
  if (fresh.length > 0) followListRun(stores)
  if (fresh.some(changesHistory)) void loadRuns(stores)
  else learnBatches(stores, fresh)
  const started = fresh.find((event) => event.type === 'RunStarted')
  if (started) {
    // What was said of another run, or of what was saved of it, is over.
    for (const about of ['run', 'export'] as const) dismiss(stores.notices, about)
    showAfresh(stores.view, 'run')
  }
  if (fresh.some(({ type }) => type === 'RunFinished')) openOnFailures(stores)
  return started
}

/** A run is over and phones failed: the panel opens on the reasons, unless somebody reads something else in it. */
function openOnFailures({ run, view }: AppStores): void {
  const { panel, cursor } = view.getState()
  const isRead = panel.open && (panel.tab !== 'details' || cursor !== undefined)
  if (!isRead && failedPhones(run.getState().state) > 0)
    view.setState({ panel: { open: true, tab: 'failures' } })
}

/** Takes over what main pushes, and says that a run has started. */
export function hearEvents(stores: AppStores, events: readonly RunEvent[]): void {
  const started = takeEvents(stores, events)
  // It is no news that a run of the past has started.
  if (!started || stores.history.getState().opening === started.runId) return
  const { phones, batches } = started
  announce(stores.live, text.window.run.announce.started(phones.length, batches.length))
}

function learnBatches({ history, run }: AppStores, fresh: readonly RunEvent[]): void {
  const { disk } = history.getState()
  // Whoever reads the disk at this moment looks at the run as it is then.
  if (!disk.value || disk.loading) return
  const value = withLearnedBatches(disk.value, run.getState().state?.runId, fresh)
  if (value !== disk.value) history.setState({ disk: { ...disk, value } })
}

/** Whether a run begins or ceases to be watched by it. */
const changesHistory = (event: RunEvent): boolean =>
  event.type === 'RunStarted' ||
  event.type === 'WatchStopped' ||
  event.type === 'RunFinished' ||
  (event.type === 'WatchResumed' && event.batch === undefined)

const lastStart = (events: readonly RunEvent[]): number =>
  events.findLastIndex(({ type }) => type === 'RunStarted')
