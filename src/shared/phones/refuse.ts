import { fail } from '../result.ts'
import type { Issue, IssueCode } from './issue.ts'

/** The failure of a file of which no phone list can be made. */
export const refuse = (
  code: IssueCode,
  message: string,
  where: Pick<Issue, 'row' | 'column' | 'value'> = {},
) => fail<Issue>({ severity: 'error', code, ...where, message })
