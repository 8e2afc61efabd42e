import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { createReporter } from '../../src/cli/reporter.ts'
import { createFold } from '../../src/shared/run/reducer.ts'
import { eventsOf, startedWith } from '../support/run-samples.ts'

test('the last line of a run counts every row of the list, those that were left out too', () => {
  const lines: string[] = []
  const report = createReporter((line) => lines.push(line))
  const leftOut = [{ row: 4, username: '', hardwareId: '', why: { code: 'no-region' } } as const]
  const phones = [0, 1].map((phone) => ({ phone, status: 'signed in', said: 'success' }) as const)
  const events = eventsOf(
    startedWith(2),
    { type: 'BatchSubmitted', batch: 0, batchId: 'b', warning: 'Slow today.' },
    { type: 'PhonesReported', batch: 0, phones },
    { type: 'RunFinished' },
  )
  const fold = createFold()
  for (const one of events) {
    const event = one.type === 'RunStarted' ? { ...one, leftOut } : one
    fold.add(event)
    const after = fold.newest()
    if (after) report(event, after)
  }
  expect(lines.some((line) => line.includes('The service warns: Slow today.'))).toBe(true)
  expect(stripVTControlCharacters(lines.at(-1) ?? '')).toBe('2 of 3 phones signed in, 1 was not sent.')
})
