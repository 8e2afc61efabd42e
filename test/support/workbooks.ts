import { strToU8, type Zippable, zipSync } from 'fflate'

/** A cell: text, number, or the XML of one. */
type Cell = string | number | { readonly xml: string }
type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The bytes of a workbook as Excel writes it, with these sheets; `more`: other files in it, or in place of its own. */
export function workbookOf(
  sheets: Sheets,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const strings: string[] = []
  const names = Object.keys(sheets)
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  }
  Object.values(sheets).forEach((rows, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(rows, strings)
  })
  files['xl/sharedStrings.xml'] =
    `<sst xmlns="${main}">${strings.map((each) => `<si><t>${escaped(each)}</t></si>`).join('')}</sst>`
  const all: Zippable = {}
  for (const [path, content] of Object.entries({ ...files, ...more }))
    all[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(all, { level: 1 })
}

export function sheetXml(rows: readonly (readonly Cell[])[], strings: string[] = []): string {
  const lines = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, strings)).join('')
    return `<row r="${row + 1}">${inner}</row>`
  })
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cellXml(cell: Cell, reference: string, strings: string[]): string {
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${reference}"`)
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (cell === '') return ''
  strings.push(cell)
  return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
