import { openSheet } from '../core/lists/open-sheet.ts'
import type { Region } from '../shared/gateway/region.ts'
import { checkPhones } from '../shared/phones/check.ts'
import type { Issue } from '../shared/phones/issue.ts'
import type { PhoneList } from '../shared/phones/phone-list.ts'
import { type Result, succeed } from '../shared/result.ts'

/** Opens and checks a phone list. A failure is the issue that says why the file is none. */
export async function openList(path: string, region: Region | undefined): Promise<Result<PhoneList, Issue>> {
  const sheet = await openSheet(path)
  return sheet.ok ? succeed(checkPhones(sheet.value, region)) : sheet
}

/** Whether one of the issues keeps a row, or the file, from being used. */
export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some(({ severity }) => severity === 'error')
