import type { GridSource } from '../../shared/phones/grid.ts'
import type { Issue } from '../../shared/phones/issue.ts'
import { maxListBytes, maxListMegabytes } from '../../shared/phones/list-limit.ts'
import { refuse } from '../../shared/phones/refuse.ts'
import { readTextGrid } from '../../shared/phones/text-grid.ts'
import { type Result, succeed } from '../../shared/result.ts'
import type { FileKind } from '../../shared/text/en/check/files.ts'
import { text } from '../../shared/text/index.ts'
import { decodeText } from './decode.ts'
import { binaryKind, textKind } from './file-kind.ts'

/**
 * Reads the bytes of a file as cells. `proposeLayout` and `readList` find the phone list in them. A file without cells
 * is a failure that says so; nothing is thrown.
 */
export async function readSource(name: string, bytes: Uint8Array): Promise<Result<GridSource, Issue>> {
  if (bytes.length > maxListBytes) return tooLarge(name)
  const binary = binaryKind(bytes)
  // Most lists are text, so the code that unpacks and reads XML is loaded only for a workbook.
  if (binary === 'workbook') return (await import('./read-workbook.ts')).readWorkbook(name, bytes)
  if (binary) return notText(name, binary)
  const content = decodeText(bytes)
  const kind = textKind(content)
  if (kind) return notText(name, kind)
  const grid = readTextGrid(name, content)
  return grid.ok ? succeed({ name, grids: [grid.value] }) : grid
}

/** The refusal of a file that is larger than a list may be. */
export const tooLarge = (file: string) =>
  refuse('file-too-large', text.check.fileTooLarge({ file, megabytes: maxListMegabytes }))

const notText = (file: string, kind: FileKind) => refuse('file-binary', text.check.fileBinary({ file, kind }))
