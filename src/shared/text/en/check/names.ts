import type { ColumnRole } from '../../../phones/layout.ts'
import { count } from '../../plural.ts'

const columnNames: Record<ColumnRole, string> = {
  username: 'Username',
  hardwareId: 'HardwareId',
  port: 'Port',
  region: 'Region',
}

/** A column by the name that a list should have. */
export const nameOf = (column: ColumnRole): string => columnNames[column]

/** At most six of them by name. */
export function listed<Item>(items: readonly Item[], show: (item: Item) => string): string {
  const named = items.length > 6 ? 5 : items.length
  const names = items.slice(0, named).map(show)
  return joined(named < items.length ? [...names, `${count(items.length - named)} more`] : names)
}

/** `a, b and c`. */
export const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
