import { fail } from '../result.ts'
import type { Finding, FindingCode } from './finding.ts'

/** The failure of a file of which no phone list can be made. */
export const refuse = (
  code: FindingCode,
  message: string,
  where: Pick<Finding, 'row' | 'column' | 'value'> = {},
) => fail<Finding>({ severity: 'error', code, ...where, message })
