import { mayAnswerOtherwise } from '../gateway/other-way.ts'
import type { DoctorReport } from './report.ts'

/** Whether a tenant that was tested directly may answer by another way what it did not answer by this one. */
export const isWorthOtherWay = ({ checks }: Pick<DoctorReport, 'checks'>): boolean =>
  checks.some(
    ({ outcome }) =>
      outcome.kind === 'differs' || (outcome.kind === 'failed' && mayAnswerOtherwise(outcome.failure)),
  )
