import type { OtherRows } from '../../../phones/issue-fact.ts'
import { listOfAll } from '../../list-of.ts'
import { count } from '../../plural.ts'

/** `row 7`, `rows 3 and 7`, `rows 3, 4, 5 and 99,997 more`. */
export const otherRows = (others: OtherRows): string =>
  `${others.rows.length + others.more === 1 ? 'row' : 'rows'} ${numbersOf(others)}`

/** The same without the word: `3, 4, 5 and 99,997 more`. */
export function numbersOf(others: OtherRows): string {
  if (others !== last.others) last = { others, said: numbersIn(others) }
  return last.said
}

/** Where 100,000 rows have an account in common, nearly all of them have the same beside them. */
let last: { readonly others: OtherRows | undefined; readonly said: string } = { others: undefined, said: '' }

const numbersIn = ({ rows, more }: OtherRows): string =>
  listOfAll([...rows.map(String), ...(more === 0 ? [] : [`${count(more)} more`])])
