import { expect, test } from 'vitest'
import { createReporter } from '../../src/cli/reporter.ts'
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
  for (const event of events) report(event.type === 'RunStarted' ? { ...event, leftOut } : event)
  expect(lines.some((line) => line.includes('The service warns: Slow today.'))).toBe(true)
  expect(lines.at(-1)).toBe('2 signed in, 0 failed, 1 row left out')
})
