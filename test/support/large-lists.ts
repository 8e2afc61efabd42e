import { strToU8, zipSync } from 'fflate'
import { maxListBytes, maxListRows } from '../../src/shared/phones/list-limit.ts'
import { workbookOf } from './workbooks.ts'

/** Files as large as a list may be, each of which once took long, or much memory. By their names. */
export const largeLists: Readonly<Record<string, () => string | Uint8Array>> = {
  'no-account.csv': () => filled('Username,HardwareId\n', () => 'a,b'),
  'no-header.csv': () => filled('', () => 'a,b'),
  'four-issues.csv': () => filled(usual, (row) => ` café ${row}, x${row} ,${row % 2 ? 'zz' : 'emea'} `),
  'warnings.csv': () => warned(maxListRows),
  'fixes.csv': () => filled(usual, (row) => `sip:phone${row}@contoso.com,SEP0004F2${hex(row)},EMEA`),
  'one-device.csv': () => filled(usual, (row) => `phone${row}@contoso.com,0004F2000001,EMEA`),
  'moved.csv': () =>
    filled('Username,Mail,HardwareId\n', (row) =>
      row % 2 ? `p${row}@c.de,x,q@c.de,0004F2${hex(row)}` : `p${row}@c.de,q@c.de,0004F2${hex(row)}`,
    ),
  'quotes.csv': () => filled('"Username","HardwareId"\n', (row) => `"p""${row}@c.de","0004F2${hex(row)}"`),
  'wide.csv': () =>
    filled(
      `Username,HardwareId,${Array.from({ length: 998 }, (_, at) => `c${at}`).join(',')}\n`,
      (row) => `p${row}@c.de,0004F2${hex(row)}${',x'.repeat(998)}`,
    ),
  'commas.csv': () => `Username,HardwareId\n${','.repeat(maxListBytes - 100)}\n`,
  'one-cell.csv': () => `Username,HardwareId\n${'a'.repeat(maxListBytes - 100)},b\n`,
  'blank-lines.csv': () => `Username,HardwareId\n${'\n'.repeat(maxListBytes - 100)}`,
  'cells.xlsx': () =>
    workbookOf({
      Phones: [
        ['Username', 'HardwareId'],
        ...Array.from({ length: 60_000 }, (_, row) => [`phone${row}@contoso.com`, `0004F2${hex(row)}`]),
      ],
    }),
  'bomb.xlsx': () =>
    zipSync({ 'xl/workbook.xml': strToU8(' '.repeat(200_000_000)), 'xl/a.xml': strToU8('') }, { level: 9 }),
}

/** Four warnings and notes a row, and no error. */
export const warned = (rows: number): string =>
  filled(usual.replace(',Region', ''), (row) => ` anna.smith@corp.local\u00a0,2004F2${hex(row)}`, rows)

const usual = 'Username,HardwareId,Region\n'
const hex = (row: number): string => row.toString(16).padStart(6, '0')

/** As many lines as a list may have, or as it may have bytes. */
function filled(header: string, line: (row: number) => string, rows = maxListRows): string {
  const lines = [header]
  let bytes = header.length
  for (let row = 0; row < rows; row++) {
    const next = `${line(row)}\n`
    bytes += Buffer.byteLength(next)
    if (bytes > maxListBytes) break
    lines.push(next)
  }
  return lines.join('')
}
