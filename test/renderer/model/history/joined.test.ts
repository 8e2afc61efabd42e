import { expect, test } from 'vitest'
import { isElsewhere, runOf, withShown } from '../../../../src/renderer/src/model/history/joined.ts'
import { replay } from '../../../../src/shared/run/reducer.ts'
import { pastEvents, pastRunOf, wholeRun } from '../../support/past-runs.ts'

const runs = [pastRunOf('a'), pastRunOf('b')]
const disk = { runs, unreadable: [] }

test('a batch belongs to the run that has it', () => {
  expect(runOf({ batchId: 'b1', runId: 'b' }, disk)).toBe(runs[1])
  expect(isElsewhere({ batchId: 'b1', runId: 'b' }, disk)).toBe(false)
})

test('a batch of no run, or of one that was deleted meanwhile, was made elsewhere', () => {
  expect(isElsewhere({ batchId: 'b9' }, disk)).toBe(true)
  expect(isElsewhere({ batchId: 'b1', runId: 'gone' }, disk)).toBe(true)
})

test('a batch that was listed before its run had word of it belongs to the run as soon as it has', () => {
  const listed = { batchId: 'B1' }
  const [submitting] = wholeRun
  const before = { runs: [pastRunOf('c', ...(submitting ? [submitting] : []))], unreadable: [] }
  expect(isElsewhere(listed, before)).toBe(true)
  const since = { runs: [pastRunOf('c')], unreadable: [] }
  expect(isElsewhere(listed, since)).toBe(false)
  expect(runOf(listed, since)).toBe(since.runs[0])
})

test('before the disk is read, a batch is taken at its word', () => {
  expect(isElsewhere({ batchId: 'b1', runId: 'a' }, undefined)).toBe(false)
})

test('the run that is watched here stands in the list as it stands now', () => {
  const shown = replay(pastEvents('b', ...wholeRun.slice(0, 3)))
  const [a, b] = withShown([pastRunOf('a'), pastRunOf('b', ...wholeRun.slice(0, 1))], shown)
  expect(a?.counts).toEqual(runs[0]?.counts)
  expect(b?.counts).toMatchObject({ 'signed in': 2, submitting: 0 })
})

test('a run that is only looked at stays as the disk has it', () => {
  const list = [pastRunOf('a')]
  expect(withShown(list, replay(pastEvents('a')))).toBe(list)
})
