import { describe, expect, test, vi } from 'vitest'
import { followRun, noticeOf, taskbarProgress } from '../../../src/main/window/presence.ts'
import type { RunEvent, RunHappening } from '../../../src/shared/run/events.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { eventsOf, startedWith, stateOf } from '../../support/run-samples.ts'

const stateAfter = (...happenings: readonly RunHappening[]): RunState =>
  stateOf(startedWith(4), ...happenings)
const reported = (...statuses: readonly ('signed in' | 'failed')[]): RunHappening => ({
  type: 'PhonesReported',
  batch: 0,
  phones: statuses.map((status, phone) => ({ phone, status, said: status })),
})
const submitted: RunHappening = { type: 'BatchSubmitted', batch: 0, batchId: 'b' }
const interrupted: RunHappening = {
  type: 'WatchInterrupted',
  batch: 0,
  failure: { kind: 'unavailable', status: 503, why: { code: 'written', sentence: 'Busy' } },
}
const finished: RunHappening = { type: 'RunFinished' }
const stopped = (reason: 'operator' | 'undecided'): RunHappening => ({ type: 'WatchStopped', reason })

describe('the progress in the taskbar', () => {
  test('is the share of phones that are final, either way', () => {
    expect(taskbarProgress(stateAfter())).toEqual({ share: 0, paused: false })
    expect(taskbarProgress(stateAfter(submitted, reported('signed in', 'failed')))).toEqual({
      share: 0.5,
      paused: false,
    })
  })

  test('says when watching stands still', () => {
    expect(taskbarProgress(stateAfter(submitted, interrupted))).toMatchObject({ paused: true })
  })

  test('goes away when nothing is watched', () => {
    expect(taskbarProgress(undefined)).toBeUndefined()
    expect(taskbarProgress(stateAfter(finished))).toBeUndefined()
    expect(taskbarProgress(stateAfter(stopped('operator')))).toBeUndefined()
  })
})

describe('the notification', () => {
  test('counts at the end of a run', () => {
    const { title, body } = noticeOf(stateAfter(submitted, reported('signed in', 'failed'), finished)) ?? {}

    expect(title).toBe('1 of 4 phones signed in, 1 failed, 2 were not sent')
    expect(body).toBe('phones.csv')
  })

  test('never says that all are signed in where some ended unknown', () => {
    const over: RunHappening = { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' }
    const { title, body } =
      noticeOf(stateAfter(submitted, reported('signed in', 'signed in'), over, finished)) ?? {}

    expect(title).toBe('2 of 4 phones signed in, 2 ended unknown')
    expect(body).toBe('phones.csv')
  })

  test('never says that all are signed in where rows of the list were left out', () => {
    const row = { row: 9, username: '', hardwareId: '', why: { code: 'no-region' } } as const
    const all = reported('signed in', 'signed in', 'signed in', 'signed in')
    const state = { ...stateAfter(submitted, all, finished), leftOut: [row] }

    expect(noticeOf(state)).toEqual({
      title: '4 of 5 phones signed in, 1 was not sent',
      body: 'phones.csv',
    })
  })

  test('says of a simulated run that nothing was real', () => {
    const state = stateAfter(submitted, finished)
    const { title, body } = noticeOf({ ...state, tenant: { ...state.tenant, simulated: true } }) ?? {}
    expect(title).toMatch(/^Simulated: /)
    expect(body).toMatch(/^phones\.csv\. The tenant was simulated/)
  })

  test('calls for the operator when the run cannot go on without', () => {
    expect(noticeOf(stateAfter(stopped('undecided')))?.title).toBe('A run needs a decision')
  })

  test('tells nobody what they have just done', () => {
    expect(noticeOf(stateAfter(stopped('operator')))).toBeUndefined()
  })
})

describe('the desktop', () => {
  function following() {
    let happened: readonly RunHappening[] = []
    let state: RunState | undefined
    const listeners = new Set<(event: RunEvent, when: 'now' | 'before', after: () => RunState) => void>()
    const ofRuns = vi.fn(() => state)
    const letSleep = vi.fn()
    const desktop = { showProgress: vi.fn(), stayAwake: vi.fn(() => letSleep), notify: vi.fn() }
    const end = followRun(
      {
        state: ofRuns,
        subscribe(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      desktop,
    )
    return {
      desktop,
      letSleep,
      ofRuns,
      end,
      happen(happening: RunHappening) {
        happened = [...happened, happening]
        const events = eventsOf(...happened)
        state = replay(events)
        for (const listener of listeners) listener(events.at(-1) as RunEvent, 'now', () => state as RunState)
      },
      show(...past: readonly RunHappening[]) {
        const events = eventsOf(...past)
        state = replay(events)
        for (const event of events)
          for (const listener of listeners)
            listener(event, 'before', () => replay(events.slice(0, events.indexOf(event) + 1)) as RunState)
      },
    }
  }

  test('stays awake from the start to the end of watching, and once only', () => {
    const { desktop, letSleep, happen } = following()
    happen(startedWith(4))
    happen(submitted)
    expect(desktop.stayAwake).toHaveBeenCalledOnce()
    expect(letSleep).not.toHaveBeenCalled()

    happen(finished)
    expect(letSleep).toHaveBeenCalledOnce()
    expect(desktop.notify).toHaveBeenCalledOnce()
    expect(desktop.showProgress).toHaveBeenLastCalledWith(undefined)
  })

  test('stays awake again when watching is taken up again', () => {
    const { desktop, letSleep, happen } = following()
    happen(startedWith(4))
    happen(stopped('operator'))
    happen({ type: 'WatchResumed' })

    expect(desktop.stayAwake).toHaveBeenCalledTimes(2)
    expect(letSleep).toHaveBeenCalledOnce()
    expect(desktop.notify).not.toHaveBeenCalled()
  })

  test('looks at what each event leads to, and has no copy made of the run', () => {
    const { desktop, ofRuns, happen } = following()
    ofRuns.mockClear()
    happen(startedWith(4))
    happen(submitted)
    happen(reported('signed in', 'failed'))

    expect(desktop.showProgress).toHaveBeenLastCalledWith({ share: 0.5, paused: false })
    expect(ofRuns).not.toHaveBeenCalled()
  })

  test('shows what a run came to that is opened again, and nothing of its way there', () => {
    const { desktop, show, happen } = following()
    show(startedWith(4), submitted, reported('signed in', 'failed'), stopped('undecided'))

    expect(desktop.showProgress.mock.calls).toEqual([[undefined]])
    expect(desktop.stayAwake).not.toHaveBeenCalled()
    expect(desktop.notify).not.toHaveBeenCalled()

    happen(startedWith(4))
    expect(desktop.stayAwake).toHaveBeenCalledOnce()
  })

  test('follows no more when that was ended', () => {
    const { desktop, end, happen } = following()
    end()
    happen(startedWith(4))

    expect(desktop.showProgress).not.toHaveBeenCalled()
  })
})
