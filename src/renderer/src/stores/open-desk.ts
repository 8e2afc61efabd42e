import type { RunEvent, RunStarted } from '../../../shared/run/events.ts'
import { isWatching } from '../../../shared/run/is-watching.ts'
import type { SessionState } from '../../../shared/session.ts'
import { text } from '../../../shared/text/index.ts'
import { sessionNews } from '../model/session/session-news.ts'
import { ask, type Desk } from './desk.ts'
import { openSheet } from './list-actions.ts'
import { announce } from './live-store.ts'
import { loadRuns } from './load.ts'
import { dismiss, post } from './notice-store.ts'
import { receiveEvents } from './run-store.ts'
import { showAfresh } from './view-store.ts'

/**
 * Takes up what main knows already (a reloaded window has lost nothing) and listens from then on. The
 * function returned ends the listening.
 */
export function openDesk(desk: Desk): () => void {
  let early: readonly RunEvent[] | undefined = []
  // What was pushed meanwhile is newer than what was asked for.
  let told = false
  let updatesTold = false
  const ends = [
    desk.bridge.on('session:changed', (session) => {
      told = true
      setSession(desk, session)
    }),
    desk.bridge.on('settings:changed', (settings) => desk.settings.setState(settings, true)),
    desk.bridge.on('updates:changed', (updates) => {
      updatesTold = true
      desk.updates.setState({ state: updates })
    }),
    desk.bridge.on('run:events', (events) => {
      if (early) early = [...early, ...events]
      else hearEvents(desk, events)
    }),
  ]
  void (async () => {
    const [info, settings, updates, session, events, list] = await Promise.all([
      ask(desk, 'app', 'app:info', undefined),
      ask(desk, 'settings', 'settings:get', undefined),
      ask(desk, 'updates', 'updates:get', undefined),
      ask(desk, 'session', 'session:get', undefined),
      ask(desk, 'run', 'run:current', undefined),
      ask(desk, 'list', 'list:at-launch', undefined),
    ])
    if (settings.ok) desk.settings.setState(settings.value, true)
    if (updates.ok && !updatesTold) desk.updates.setState({ state: updates.value })
    if (info.ok) desk.session.setState({ info: info.value })
    if (!told) setSession(desk, session.ok ? session.value : { kind: 'signed-out', accounts: [] })
    if (list.ok && list.value) openSheet(desk, list.value)
    if (events.ok) takeEvents(desk, events.value)
    const pushed = early ?? []
    early = undefined
    hearEvents(desk, pushed.slice(Math.max(0, lastStart(pushed))))
    if (desk.run.getState().state?.watching.kind === 'watching') desk.view.setState({ page: 'phones' })
  })()
  return () => {
    for (const end of ends) end()
  }
}

/** Takes over what main says of the session, and tells what is new in it. */
export function setSession(desk: Desk, session: SessionState): void {
  const before = desk.session.getState().session
  desk.session.setState({ session })
  const news = sessionNews(before, session, isWatching(desk.run.getState().state))
  if (news !== undefined) announce(desk.live, news)
  if (keptInMemory(session) && !keptInMemory(before)) {
    post(desk.notices, { about: 'storage', intent: 'info', message: text.window.session.memory.message })
  } else if (!keptInMemory(session)) dismiss(desk.notices, 'storage')
  if (tenantOf(session) !== tenantOf(before)) void loadRuns(desk)
}

const tenantOf = (session: SessionState | undefined): string | undefined =>
  session?.kind === 'signed-in' ? session.tenant.id : undefined

const keptInMemory = (session: SessionState | undefined): boolean =>
  session?.kind === 'signed-in' && session.storage === 'memory'

/**
 * Takes over what has happened to the run in view, or to another one that takes its place. Answers the start
 * that the window did not know of; what it has asked for is no news for all that.
 */
export function takeEvents(desk: Desk, events: readonly RunEvent[]): RunStarted | undefined {
  const fresh = receiveEvents(desk.run, events)
  if (fresh.some(changesHistory)) void loadRuns(desk)
  const started = fresh.find((event) => event.type === 'RunStarted')
  if (started) showAfresh(desk.view, 'run')
  return started
}

/** Takes over what main pushes, and says that a run has started. */
export function hearEvents(desk: Desk, events: readonly RunEvent[]): void {
  const started = takeEvents(desk, events)
  // It is no news that a run of the past has started.
  if (!started || desk.history.getState().opening === started.runId) return
  const { phones, batches } = started
  announce(desk.live, text.window.run.announce.started(phones.length, batches.length))
}

/** Whether a run begins or ceases to be watched by it, or has a batch more. */
const changesHistory = (event: RunEvent): boolean =>
  event.type === 'RunStarted' ||
  event.type === 'BatchSubmitted' ||
  event.type === 'BatchAdopted' ||
  event.type === 'WatchStopped' ||
  event.type === 'RunFinished' ||
  (event.type === 'WatchResumed' && event.batch === undefined)

const lastStart = (events: readonly RunEvent[]): number =>
  events.findLastIndex(({ type }) => type === 'RunStarted')
