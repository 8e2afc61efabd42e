import type { GridSource } from '../../shared/phones/grid.ts'
import type { Issue } from '../../shared/phones/issue.ts'
import { maxListBytes, maxListMegabytes } from '../../shared/phones/list-limit.ts'
import { refuse } from '../../shared/phones/refuse.ts'
import { readTextGrid } from '../../shared/phones/text-grid.ts'
import { type Result, succeed } from '../../shared/result.ts'
import type { FileKind } from '../../shared/text/en/check.ts'
import { text } from '../../shared/text/index.ts'
import { decodeText } from './decode.ts'

/**
 * Reads the bytes of a file as cells: which of them are a phone list is for `proposeLayout` and `readList` to say. What
 * holds none is a failure that says so; nothing is thrown.
 */
export async function readSource(name: string, bytes: Uint8Array): Promise<Result<GridSource, Issue>> {
  if (bytes.length > maxListBytes) return tooLarge(name)
  const kind = binaryKind(bytes)
  if (kind) return notText(name, kind)
  const content = decodeText(bytes)
  if (looksBinary(content)) return notText(name, 'other')
  const grid = readTextGrid(name, content)
  return grid.ok ? succeed({ name, grids: [grid.value] }) : grid
}

/** The refusal of a file that is larger than a list may be. */
export const tooLarge = (file: string) =>
  refuse('file-too-large', text.check.fileTooLarge({ file, megabytes: maxListMegabytes }))

const notText = (file: string, kind: FileKind) => refuse('file-binary', text.check.fileBinary({ file, kind }))

/** What a file is that is no text, by how it begins; undefined where it may be one. */
function binaryKind(bytes: Uint8Array): FileKind | undefined {
  const is = (signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)
  if (is(zip)) return holdsWorkbook(bytes) ? 'excel' : 'archive'
  if (is(compoundFile)) return 'excel'
  return is(pdf) ? 'pdf' : undefined
}

/** A text has no zeros, and hardly any control characters but tabs, blanks and the ends of lines and pages. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const sample = text.slice(0, 4096)
  const controls = sample.match(/(?!\s)\p{Cc}/gu)?.length ?? 0
  return controls * 20 > sample.length
}

const zip = [0x50, 0x4b, 0x03, 0x04]
/** Workbooks of Excel 97 to 2003, and newer ones under a password ([MS-CFB] 2.2). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d]

/** The names of a ZIP file's entries are not compressed; those of a workbook begin with `xl/` (ECMA-376). */
const holdsWorkbook = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes).includes('xl/')
