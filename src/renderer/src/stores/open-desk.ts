import type { SessionState } from '../../../shared/ipc.ts'
import type { RunEvent } from '../../../shared/run/events.ts'
import { text } from '../../../shared/text/index.ts'
import { openSheet } from '../features/phones/list-actions.ts'
import { isUnderWay } from '../features/run/standing.ts'
import { lookForUnfinished } from '../features/unfinished/unfinished-actions.ts'
import { sessionNews } from '../features/session/session-news.ts'
import { ask, type Desk } from './desk.ts'
import { announce } from './live-store.ts'
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
  const ends = [
    desk.bridge.on('session:changed', (session) => {
      told = true
      setSession(desk, session)
    }),
    desk.bridge.on('settings:changed', (settings) => desk.settings.setState(settings, true)),
    desk.bridge.on('run:events', (events) => {
      if (early) early = [...early, ...events]
      else takeEvents(desk, events)
    }),
  ]
  void (async () => {
    const [info, settings, session, events, list] = await Promise.all([
      ask(desk, 'app', 'app:info', undefined),
      ask(desk, 'settings', 'settings:get', undefined),
      ask(desk, 'session', 'session:get', undefined),
      ask(desk, 'run', 'run:current', undefined),
      ask(desk, 'list', 'list:at-launch', undefined),
    ])
    if (settings.ok) desk.settings.setState(settings.value, true)
    if (info.ok) desk.session.setState({ info: info.value })
    if (!told) setSession(desk, session.ok ? session.value : { kind: 'signed-out', accounts: [] })
    if (list.ok && list.value) openSheet(desk, list.value)
    if (events.ok) takeEvents(desk, events.value)
    const pushed = early ?? []
    early = undefined
    takeEvents(desk, pushed.slice(Math.max(0, lastStart(pushed))))
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
  const news = sessionNews(before, session, isUnderWay(desk.run.getState().state))
  if (news !== undefined) announce(desk.live, news)
  if (keptInMemory(session) && !keptInMemory(before)) {
    post(desk.notices, { about: 'storage', intent: 'info', message: text.window.session.memory.message })
  } else if (!keptInMemory(session)) dismiss(desk.notices, 'storage')
  if (tenantOf(session) !== tenantOf(before)) void lookForUnfinished(desk)
}

const tenantOf = (session: SessionState | undefined): string | undefined =>
  session?.kind === 'signed-in' ? session.tenant.id : undefined

const keptInMemory = (session: SessionState | undefined): boolean =>
  session?.kind === 'signed-in' && session.storage === 'memory'

/** Takes over what main tells of the shown run. Another run comes into view. */
export function takeEvents(desk: Desk, events: readonly RunEvent[]): void {
  const fresh = receiveEvents(desk.run, events)
  if (fresh.some(({ type }) => turns.includes(type))) void lookForUnfinished(desk)
  const started = fresh.find((event) => event.type === 'RunStarted')
  if (!started) return
  showAfresh(desk.view, 'run')
  const { phones, batches, listName } = started
  announce(
    desk.live,
    isUnderWay(desk.run.getState().state)
      ? text.window.run.announce.started(phones.length, batches.length)
      : text.window.unfinished.shown(listName),
  )
}

/** From these on, other runs are left to be taken up than before. */
const turns: readonly RunEvent['type'][] = ['RunStarted', 'WatchStopped', 'RunFinished']

const lastStart = (events: readonly RunEvent[]): number =>
  events.findLastIndex(({ type }) => type === 'RunStarted')
