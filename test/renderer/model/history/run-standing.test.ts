import { describe, expect, test } from 'vitest'
import { runStanding, whyNot } from '../../../../src/renderer/src/model/history/run-standing.ts'
import { stopReasons } from '../../../../src/shared/run/events.ts'
import type { LockHolder } from '../../../../src/shared/run/lock-holder.ts'
import { replay } from '../../../../src/shared/run/reducer.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { pastEvents, pastRunOf, wholeRun } from '../../support/past-runs.ts'

const { runs: words } = text.window.history
const lock = { since: '2026-03-02T09:00:00.000Z', file: '/runs/a.jsonl.lock' }
const [submitting, submitted] = wholeRun
if (!submitting || !submitted) throw new Error('A run is submitted')

const watched = pastRunOf('a', submitting, submitted)
const shownAs = (runId: string) => replay(pastEvents(runId, submitting, submitted))

describe('how a run stands', () => {
  test('a finished one is green only where every phone is signed in', () => {
    const well = pastRunOf('a')
    expect(runStanding(well, undefined)).toMatchObject({ tone: 'good', word: words.state.finished, why: '' })
    const failed = { ...well, counts: { ...well.counts, failed: 1 } }
    expect(runStanding(failed, undefined)).toMatchObject({ tone: 'careful', word: words.state.finished })
  })

  test.each(stopReasons)('one that stopped says why in a few words: %s', (reason) => {
    const stopped = pastRunOf('a', submitting, submitted, { type: 'WatchStopped', reason })
    const { word, why } = runStanding(stopped, undefined)
    expect(word).toBe(words.state.stopped)
    expect(why).toBe(words.why[reason])
    expect(why).not.toBe('')
  })

  test('one that is watched says whether in this window', () => {
    expect(runStanding(watched, shownAs('a')).why).toBe(words.why.here)
    expect(runStanding(watched, shownAs('b')).why).toBe(words.why.elsewhere)
    expect(runStanding(watched, undefined).why).toBe(words.why.elsewhere)
  })
})

describe('what can be done with a run', () => {
  const finished = pastRunOf('a')

  test('while nothing is watched, everything', () => {
    expect(whyNot(finished, undefined)).toEqual({ open: undefined, remove: undefined })
  })

  test('the one watched here is shown, and not deleted', () => {
    expect(whyNot(watched, shownAs('a'))).toEqual({ open: undefined, remove: words.watchedHere })
  })

  test('while another one is watched here, none is opened, and any finished one is deleted', () => {
    expect(whyNot(finished, shownAs('b'))).toEqual({ open: words.notWhileWatched, remove: undefined })
  })

  test('one that another computer holds says which, since when, and which file to delete if it is gone', () => {
    const holder = {
      kind: 'computer' as const,
      process: 7,
      computer: 'former-name',
      since: '2026-03-02T09:00:00.000Z',
      file: '/runs/a.jsonl.lock',
    }
    const held = { ...watched, holder }
    expect(runStanding(held, undefined).why).toBe('on former-name')
    const { open, remove } = whyNot(held, undefined)
    expect(open).toBe(remove)
    for (const part of ['former-name', '2026', 'delete the file /runs/a.jsonl.lock'])
      expect(open).toContain(part)
  })

  test('one that another process of this computer holds says which, and which file to delete if it is another program', () => {
    const holder = {
      kind: 'process' as const,
      process: 4711,
      since: '2026-03-02T09:00:00.000Z',
      file: '/runs/a.jsonl.lock',
    }
    const held = { ...watched, holder }
    expect(runStanding(held, undefined).why).toBe(words.why.elsewhere)
    const { open, remove } = whyNot(held, undefined)
    expect(open).toBe(remove)
    for (const part of ['on this computer', 'process 4711', 'delete the file /runs/a.jsonl.lock'])
      expect(open).toContain(part)
  })

  test.each<[LockHolder['kind'], LockHolder, string, readonly string[]]>([
    [
      'environment',
      { kind: 'environment', process: 1, computer: 'desk', ...lock },
      words.why.inAnotherEnvironment,
      ['another computer called desk', 'container', 'Only if the app no longer runs there'],
    ],
    [
      'unreadable',
      { kind: 'unreadable', reason: 'EBUSY', ...lock },
      words.why.lockUnreadable,
      ["can't be read (/runs/a.jsonl.lock: EBUSY)", 'Only if no window or terminal watches this run'],
    ],
  ])(
    'one whose lock says %s says so, and which file to delete if nobody watches it',
    (_, holder, why, parts) => {
      const held = { ...watched, holder }
      expect(runStanding(held, undefined).why).toBe(why)
      const { open } = whyNot(held, undefined)
      for (const part of [...parts, 'delete the file /runs/a.jsonl.lock']) expect(open).toContain(part)
    },
  )

  test('one whose holder is no longer to be read is left alone, with nothing to delete', () => {
    const { open, remove } = whyNot(watched, undefined)
    expect(open).toBe(remove)
    expect(open).toMatch(/being watched by another window or terminal on this computer\. Continue there/)
    expect(open).not.toContain('delete')
  })
})
