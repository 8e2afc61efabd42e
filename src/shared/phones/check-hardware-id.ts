import { assertNever } from '../assert-never.ts'
import { addError, type CellIssue, cleanedCell, type FoundIssues } from './found-issues.ts'
import { type HardwareIdReading, isCanonicalDevice, readHardwareId } from './hardware-id.ts'
import { repairHardwareId } from './repair-hardware-id.ts'
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
  addWrong(row, value, reading, found)
  return reading.kind === 'reserved' ? reading.canonical : value
}

function addWrong(row: SheetRow, value: string, reading: Wrong, found: FoundIssues): void {
  addError(found, row, 'hardwareId', () => (value === '' ? missing(row) : explain(row.row, value, reading)))
}

function missing({ row }: SheetRow): CellIssue {
  return { code: 'hardware-id-missing', fact: { says: 'hardwareIdMissing', values: { row } } }
}

function explain(row: number, value: string, reading: Wrong): CellIssue {
  const { kind } = reading
  if (kind === 'reserved') {
    const { as } = reading
    return { code: 'hardware-id-reserved', fact: { says: 'hardwareIdReserved', values: { row, value, as } } }
  }
  if (kind !== 'invalid' && reading.fix !== undefined) return withFix(row, value, kind, reading.fix)
  const repair = repairHardwareId(value)
  if (repair?.kind === 'number') return withFix(row, value, 'mangled', repair.fix)
  if (repair) {
    const { fix, kind: fixKind, lookalike } = repair
    const fact = { says: 'hardwareIdRepairable', values: { row, value, fix, lookalike } } as const
    return { code: 'hardware-id-invalid', fact, fix, fixKind }
  }
  switch (kind) {
    case 'port-invalid':
      return { code: kind, fact: { says: 'portInvalid', values: { row, value } } }
    case 'mangled':
      return {
        code: 'hardware-id-mangled',
        fact: { says: 'hardwareIdMangled', values: { row, value } },
      }
    case 'invalid': {
      const { digits } = reading
      return {
        code: 'hardware-id-invalid',
        fact: { says: 'hardwareIdInvalid', values: { row, value, digits } },
      }
    }
    default:
      return assertNever(reading)
  }
}

function withFix(row: number, value: string, kind: 'port-invalid' | 'mangled', fix: string): CellIssue {
  return kind === 'mangled'
    ? {
        code: 'hardware-id-mangled',
        fact: { says: 'hardwareIdMangled', values: { row, value, fix } },
        fix,
        fixKind: 'number',
      }
    : { code: kind, fact: { says: 'portInvalid', values: { row, value, fix } }, fix, fixKind: 'port' }
}

type Wrong = Exclude<HardwareIdReading, { kind: 'device' }>
