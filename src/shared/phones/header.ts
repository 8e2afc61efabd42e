import { cleanCell } from './clean.ts'
import { type Column, columns } from './column.ts'

/** Where a header names a column: by its own name, and by other common names. */
export type NamedPlaces = { readonly own: readonly number[]; readonly other: readonly number[] }

/** Finds a column by name, without regard to case, blanks, underscores, hyphens and quotes. */
export function namedPlaces(header: readonly string[], column: Column): NamedPlaces {
  const own: number[] = []
  const other: number[] = []
  header.forEach((cell, place) => {
    const key = headerKey(cell)
    if (key === ownKeys[column]) own.push(place)
    else if (otherKeys[column].has(key)) other.push(place)
  })
  return { own, other }
}

/** How many of the columns a first row names. */
export const countNamed = (header: readonly string[]): number =>
  columns.filter((column) => isNamed(header, column)).length

/** The first name that stands twice; Import-Csv refuses such a file too. */
export function nameTwice(header: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return header.find((cell) => {
    const name = cleanCell(cell).toLowerCase()
    const key = headerKey(cell)
    // `User_Name` and `Username` are the same name; of columns that mean nothing only the very same are.
    const same = columns.some((column) => key === ownKeys[column]) ? key : name
    if (same === '' || !seen.has(same)) {
      seen.add(same)
      return false
    }
    return true
  })
}

/** Teams admin center's Template_Provisioning.csv lists devices and where they stand, but no accounts. */
export function isProvisioningTemplate(header: readonly string[]): boolean {
  const keys = header.map(headerKey)
  return keys.includes('macid') && keys.includes('location') && !isNamed(header, 'username')
}

function isNamed(header: readonly string[], column: Column): boolean {
  const { own, other } = namedPlaces(header, column)
  return own.length + other.length > 0
}

const headerKey = (cell: string): string =>
  cleanCell(cell)
    .toLowerCase()
    .replace(/[\s_\-"']/g, '')

const ownKeys: Record<Column, string> = { username: 'username', hardwareId: 'hardwareid', region: 'region' }

const keySet = (keys: string): ReadonlySet<string> => new Set(keys.split(' '))

const otherKeys: Record<Column, ReadonlySet<string>> = {
  username: keySet(
    'upn userprincipalname user userid useraccount account accountname login loginname logonname signin ' +
      'signinname signinaddress sipaddress email mail emailaddress mailaddress useremail',
  ),
  hardwareId: keySet(
    'mac macaddress macaddr macid device deviceid devicemac devicemacaddress hardware hardwareaddress hwid ' +
      'phonemac physicaladdress ethernetaddress',
  ),
  region: keySet('targetregion sipgatewayregion deviceregion phoneregion'),
}
