import { Buffer } from 'node:buffer'
import { strToU8, zipSync } from 'fflate/browser'
import type { TemplateFormat } from '../../shared/ipc-requests.ts'

const headings = ['Username', 'HardwareId', 'Region'] as const

/** A phone list with only its headings, to fill in by hand. It has no example row, which could be taken for a phone. */
export function template(format: TemplateFormat): Uint8Array {
  // Excel takes a CSV file without a byte order mark for windows-1252.
  if (format === 'csv') return Buffer.from(`\ufeff${headings.join(',')}\r\n`)
  const parts = Object.entries(workbook).map(([path, content]) => [path, strToU8(content)])
  // A fixed date makes the same file each time. A ZIP file knows no earlier one.
  return zipSync(Object.fromEntries(parts), { mtime: '1980-01-01T00:00:00' })
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts that ECMA-376 asks of a workbook. Number format 49 is text, so Excel keeps the digits of a MAC address. */
const workbook = {
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Phones" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `${xml}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="40" style="1" customWidth="1"/><col min="2" max="2" width="24" style="1" customWidth="1"/><col min="3" max="3" width="12" style="1" customWidth="1"/></cols><sheetData><row r="1">${headings.map((heading, index) => `<c r="${'ABC'.charAt(index)}1" s="2" t="inlineStr"><is><t>${heading}</t></is></c>`).join('')}</row></sheetData></worksheet>`,
}
