import type { Grid, GridSource } from '../../shared/phones/grid.ts'
import type { Issue } from '../../shared/phones/issue.ts'
import { maxListRows } from '../../shared/phones/list-limit.ts'
import { refuse } from '../../shared/phones/refuse.ts'
import { type Result, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { readWorksheet, type Worksheet } from './read-worksheet.ts'
import { unpack } from './unpack.ts'
import { readSharedStrings, readSheetPaths } from './workbook-parts.ts'

/**
 * Reads the visible sheets of an Excel workbook (.xlsx, .xlsm). Its macros, links, pictures and formulas are not
 * unpacked, or have no effect. A workbook that cannot be read is a failure that says so; nothing is thrown.
 */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<Result<GridSource, Issue>> {
  const unpacked = unpack(bytes, (path) => parts.test(path), limits)
  if (unpacked.kind === 'too-large') return tooLarge(file)
  if (unpacked.kind === 'damaged') return damaged(file)
  const { files } = unpacked
  const workbook = files.get('xl/workbook.xml')
  const relations = files.get('xl/_rels/workbook.xml.rels')
  const strings = await readSharedStrings(files.get('xl/sharedStrings.xml') ?? noStrings)
  const paths = workbook && relations && (await readSheetPaths(workbook, relations))
  if (!paths || !strings) return damaged(file)
  const grids: Grid[] = []
  for (const { name, path } of paths) {
    const sheet = await readWorksheet(files.get(path) ?? noStrings, strings)
    if (sheet.kind !== 'cells') return refusalOf(file, sheet)
    const { records, hiddenRows } = sheet
    grids.push({ name: file, sheet: name, records, hiddenRows, firstRow: 1, issues: [] })
  }
  const [first, ...others] = grids
  return first ? succeed({ name: file, grids: [first, ...others] }) : damaged(file)
}

/** The files of a workbook that hold cells, or name the files that do. */
const parts = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/

/** A workbook of 5 MB has some dozen entries, and unpacks to ten times its size. */
const limits = { entries: 5_000, unpacked: 64 * 1024 * 1024 }

const noStrings = [new TextEncoder().encode('<sst/>')]

function refusalOf(file: string, sheet: Exclude<Worksheet, { kind: 'cells' }>): Result<never, Issue> {
  if (sheet.kind === 'too-large') return tooLarge(file)
  if (sheet.kind === 'damaged') return damaged(file)
  return refuse('too-many-rows', text.check.tooManyRows({ file, rows: sheet.rows, most: maxListRows }))
}

const tooLarge = (file: string) =>
  refuse('file-too-large', text.check.workbookTooLarge({ file, megabytes: limits.unpacked / 1024 / 1024 }))

const damaged = (file: string) =>
  refuse('file-binary', text.check.fileBinary({ file, kind: 'excel-damaged' }))
