import type { RunEvent } from '../../shared/run/events.ts'
import { replay } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { EventLog } from './event-log.ts'
import type { Shelf } from './shelf.ts'

type Story = Pick<EventLog, 'events' | 'state'>

/** Hears each event as it happens, and those of the past when a run is shown that began before. */
type RunListener = (event: RunEvent, when: 'now' | 'before') => void

/** The run on the screen, watched or not, and those who follow it. None is shown at first. */
export type ShownRun = {
  /** Shows a run that has just begun: its followers heard of that as it happened. */
  begin(story: Story): void
  /** Shows a run that began before: its followers hear all of it. */
  show(story: Story): void
  /** Shows what another window or terminal has done to this run, if it is shown, unless it is at it still. */
  catchUp(runId: string): Promise<void>
  /** Shows this run no longer. */
  leave(runId: string): void
  events(): readonly RunEvent[]
  /** None where another run is shown. */
  eventsOf(runId: string): readonly RunEvent[]
  state(): RunState | undefined
  publish(event: RunEvent): void
  /** The function returned ends it. */
  subscribe(listener: RunListener): () => void
}

export function createShownRun(shelf: Pick<Shelf, 'read'>): ShownRun {
  const listeners = new Set<RunListener>()
  let shown: Story | undefined

  const isShown = (runId: string): boolean => shown?.state()?.runId === runId

  function show(story: Story): void {
    shown = story
    for (const event of story.events()) for (const listener of listeners) listener(event, 'before')
  }

  return {
    begin(story) {
      shown = story
    },
    show,
    async catchUp(runId) {
      if (!isShown(runId)) return
      const events = await shelf.read(runId)
      if (!events.ok || !isShown(runId) || events.value.length <= (shown?.events().length ?? 0)) return
      const state = replay(events.value)
      if (state?.watching.kind !== 'watching') show({ events: () => events.value, state: () => state })
    },
    leave(runId) {
      if (isShown(runId)) shown = undefined
    },
    events: () => shown?.events() ?? [],
    eventsOf: (runId) => (isShown(runId) ? (shown?.events() ?? []) : []),
    state: () => shown?.state(),
    publish(event) {
      for (const listener of listeners) listener(event, 'now')
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
