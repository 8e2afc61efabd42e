import { cleanCell } from './clean.ts'
import { readHardwareId } from './hardware-id.ts'
import { meantDevice } from './repair-hardware-id.ts'
import { repairUsername } from './repair-username.ts'
import { accountKey, isUsername } from './username.ts'

/**
 * Whether two cells say the same, maybe in two ways: `SEP0004F28124B1` is a device as exports write it, and
 * `sip:lobby@contoso.com` an account.
 */
export const isSameCell = (one: string, other: string): boolean =>
  one === other || sameKey(one) === sameKey(other)

function sameKey(cell: string): string {
  const read = cleanCell(cell)
  if (read.includes('@'))
    return accountKey(isUsername(read) ? read : (repairUsername(read, noDomain)?.fix ?? read))
  const reading = readHardwareId(read)
  return reading.kind === 'device' ? reading.canonical : (meantDevice(read) ?? accountKey(read))
}

const noDomain = () => undefined
