import { expect } from 'vitest'
import { largeAnswers } from './large-answers.ts'
import { measureLargeAnswers } from './measure-large-answers.ts'

/**
 * Holds what each large answer costs to what an honest one costs. Of the kinds of calls that may get it, every so manyth
 * does; which ones, differs by the answer.
 */
export async function proveLargeAnswers(every: number): Promise<void> {
  const [honest, ...hostile] = await measureLargeAnswers(every)
  if (!honest) throw new Error('Nothing was measured')
  expect(hostile).toHaveLength((7 * Object.keys(largeAnswers).length) / every)
  // CPU time, and only beside that of an honest answer: bare times are for the bench.
  for (const { what, cpu, most } of hostile) {
    expect(most - honest.most, what).toBeLessThan(300 * 1024 * 1024)
    expect(cpu, what).toBeLessThan(20 * honest.cpu + 100)
  }
}
