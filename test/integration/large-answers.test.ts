import { expect, test } from 'vitest'
import { largeAnswers } from '../support/large-answers.ts'
import { measureLargeAnswers } from '../support/measure-large-answers.ts'

test('an answer that was made to be large, of whatever shape, costs neither memory nor time', {
  timeout: 300_000,
}, async () => {
  const [honest, ...hostile] = await measureLargeAnswers()
  if (!honest) throw new Error('Nothing was measured')
  expect(hostile).toHaveLength(7 * Object.keys(largeAnswers).length)
  // CPU time, and only beside that of an honest answer: bare times are for the bench.
  for (const { what, cpu, most } of hostile) {
    expect(most - honest.most, what).toBeLessThan(300 * 1024 * 1024)
    expect(cpu, what).toBeLessThan(20 * honest.cpu + 100)
  }
})
