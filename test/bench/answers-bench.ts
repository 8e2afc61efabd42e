import { measureLargeAnswers } from '../support/measure-large-answers.ts'
import type { Figure } from './figure.ts'

/** What the worst of the answers that were made to be large costs. */
export async function benchAnswers(): Promise<readonly Figure[]> {
  const [honest, ...hostile] = await measureLargeAnswers()
  if (!honest) throw new Error('Nothing was measured')
  const most = Math.max(...hostile.map((one) => one.most - honest.most))
  return [
    {
      name: 'memory for answers that were made to be large',
      value: Math.round(most / 1024 / 1024),
      unit: 'MB',
      limit: 300,
    },
    {
      name: 'CPU time of the slowest of them',
      value: Math.round(Math.max(...hostile.map(({ cpu }) => cpu))),
      unit: 'ms',
      limit: 2_000,
    },
  ]
}
