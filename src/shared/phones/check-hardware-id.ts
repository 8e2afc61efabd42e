import { assertNever } from '../assert-never.ts'
import { text } from '../text/index.ts'
import { addError, type CellIssue, cleanedCell, type FoundIssues } from './found-issues.ts'
import { type HardwareIdReading, isCanonicalDevice, readHardwareId } from './hardware-id.ts'
import type { SheetRow } from './sheet.ts'

/** Checks a row's hardware ID and answers it, canonical where it was understood, else cleaned. */
export function checkHardwareId(row: SheetRow, found: FoundIssues): string {
  // What is valid as typed has nothing to clean: nearly all cells end here.
  if (isCanonicalDevice(row.hardwareId)) return row.hardwareId
  const asTyped = readHardwareId(row.hardwareId)
  if (asTyped.kind === 'device') return asTyped.canonical
  const value = cleanedCell(found, row, 'hardwareId')
  const reading = readHardwareId(value)
  if (reading.kind === 'device') return reading.canonical
  addError(found, row, 'hardwareId', value === '' ? missing(row) : explain(row.row, value, reading))
  return reading.kind === 'reserved' ? reading.canonical : value
}

function missing({ row }: SheetRow): CellIssue {
  return { code: 'hardware-id-missing', message: text.check.hardwareIdMissing({ row }) }
}

function explain(row: number, value: string, reading: Wrong): CellIssue {
  const { kind } = reading
  switch (kind) {
    case 'reserved':
      return {
        code: 'hardware-id-reserved',
        message: text.check.hardwareIdReserved({ row, value, as: reading.as }),
      }
    case 'port-invalid':
      return {
        code: kind,
        message: text.check.portInvalid({ row, value, fix: reading.fix }),
        ...fixOf(reading),
      }
    case 'mangled':
      return {
        code: 'hardware-id-mangled',
        message: text.check.hardwareIdMangled({ row, value, fix: reading.fix }),
        ...fixOf(reading),
      }
    case 'invalid':
      return {
        code: 'hardware-id-invalid',
        message: text.check.hardwareIdInvalid({ row, value, digits: reading.digits }),
      }
    default:
      return assertNever(reading)
  }
}

type Wrong = Exclude<HardwareIdReading, { kind: 'device' }>

const fixOf = ({ fix }: { fix: string | undefined }) => fix && { fix }
