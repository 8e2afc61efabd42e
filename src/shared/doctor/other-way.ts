import { mayAnswerOtherwise } from '../gateway/other-way.ts'
import type { DoctorReport } from './report.ts'

/** Whether another way may bring answers that a direct test of the tenant did not bring. */
export const isWorthOtherWay = ({ checks }: Pick<DoctorReport, 'checks'>): boolean =>
  checks.some(
    ({ outcome }) =>
      outcome.kind === 'differs' || (outcome.kind === 'failed' && mayAnswerOtherwise(outcome.failure)),
  )
