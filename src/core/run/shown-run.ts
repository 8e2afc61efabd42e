import type { RunEvent } from '../../shared/run/events.ts'
import { createFold, replay } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { EventLog } from './event-log.ts'
import type { RunRepository } from './run-repository.ts'

type Story = Pick<EventLog, 'events' | 'state'>

/**
 * Hears each event as it happens, and all past events when an earlier run is shown. `after` answers the state that the
 * event leads to, which is valid until the next event.
 */
type RunListener = (event: RunEvent, when: 'now' | 'before', after: () => RunState) => void

/** The run on the screen, watched or not, and those who follow it. None is shown at first. */
export type ShownRun = {
  /** Shows a run that has just begun: its followers heard of that as it happened. */
  begin(story: Story): void
  /** Shows a run that began before: its followers hear all of it. */
  show(story: Story): void
  /** If this run is shown, shows what another window or terminal has done to it, unless that one still works on it. */
  catchUp(runId: string): Promise<void>
  /** Shows this run no longer. */
  leave(runId: string): void
  /** None of a run whose log keeps none. */
  events(): readonly RunEvent[]
  /** Of the run that is shown, or that was shown and has events that could not be written; none of any other run. */
  eventsOf(runId: string): readonly RunEvent[]
  state(): RunState | undefined
  publish(event: RunEvent, after: RunState): void
  /** The function returned ends it. */
  subscribe(listener: RunListener): () => void
}

export function createShownRun(repository: Pick<RunRepository, 'read'>): ShownRun {
  const listeners = new Set<RunListener>()
  // A disk that was full doesn't have all of its events, so looking at another run must not lose them.
  const unwritten = new Map<string, readonly RunEvent[]>()
  let shown: Story | undefined

  const isShown = (runId: string): boolean => shown?.state()?.runId === runId

  function replaceBy(story: Story): void {
    const { runId, watching } = shown?.state() ?? {}
    if (runId !== undefined && watching?.kind === 'stopped' && watching.reason === 'journal')
      unwritten.set(runId, shown?.events() ?? [])
    shown = story
    unwritten.delete(story.state()?.runId ?? '')
  }

  function show(story: Story): void {
    replaceBy(story)
    const events = story.events()
    const after = statesOf(events)
    for (const [index, event] of events.entries())
      for (const listener of listeners) listener(event, 'before', () => after(index))
  }

  return {
    begin: replaceBy,
    show,
    async catchUp(runId) {
      if (!isShown(runId)) return
      const events = await repository.read(runId)
      if (!events.ok || !isShown(runId) || events.value.length <= (shown?.events().length ?? 0)) return
      const state = replay(events.value)
      if (state?.watching.kind !== 'watching') show({ events: () => events.value, state: () => state })
    },
    leave(runId) {
      unwritten.delete(runId)
      if (isShown(runId)) shown = undefined
    },
    events: () => shown?.events() ?? [],
    eventsOf: (runId) => (isShown(runId) ? shown?.events() : unwritten.get(runId)) ?? [],
    state: () => shown?.state(),
    publish(event, after) {
      for (const listener of listeners) listener(event, 'now', () => after)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The state after each of these events, by index and worked out when it is asked for; one after the other. */
function statesOf(events: readonly RunEvent[]): (index: number) => RunState {
  const fold = createFold()
  let next = 0
  return (index) => {
    for (const event of events.slice(next, index + 1)) fold.add(event)
    next = index + 1
    const state = fold.newest()
    if (!state) throw new Error('A run begins with RunStarted')
    return state
  }
}
