import type { ColumnRole } from '../../../phones/layout.ts'
import { listOfAll } from '../../list-of.ts'
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
  return listOfAll(named < items.length ? [...names, `${count(items.length - named)} more`] : names)
}
