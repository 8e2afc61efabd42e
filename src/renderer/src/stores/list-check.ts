import { checkPhones } from '../../../shared/phones/check.ts'
import { type AlikeFixes, fixesOf } from '../../../shared/phones/fixes.ts'
import type { PhoneList } from '../../../shared/phones/phone-list.ts'
import { memoizeLast } from '../model/memoize-last.ts'
import type { ListData } from './list-store.ts'

const check = memoizeLast(checkPhones)

const group = memoizeLast(fixesOf)
const noFixes: readonly AlikeFixes[] = []

/** The fixes that the check of the open list offers, those that are alike together. */
export function offeredFixes(data: ListData): readonly AlikeFixes[] {
  const list = checkedList(data)
  return list ? group(list.issues) : noFixes
}

/** The check of the open list; undefined while none is open. */
export const checkedList = ({ sheet, region }: ListData): PhoneList | undefined =>
  sheet && check(sheet, region)
