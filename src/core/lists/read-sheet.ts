import type { Finding } from '../../shared/phones/finding.ts'
import { maxListBytes } from '../../shared/phones/list-limit.ts'
import { parseSheet } from '../../shared/phones/parse.ts'
import { refuse } from '../../shared/phones/refuse.ts'
import type { Sheet } from '../../shared/phones/sheet.ts'
import type { Result } from '../../shared/result.ts'
import type { FileKind } from '../../shared/text/en/check.ts'
import { text } from '../../shared/text/index.ts'
import { decodeText } from './decode.ts'
import { binaryKind, looksBinary } from './file-kind.ts'
import { tooLarge } from './too-large.ts'

/** Reads the bytes of a file as a phone list. What is none is a failure that says so; nothing is thrown. */
export function readSheet(name: string, bytes: Uint8Array): Result<Sheet, Finding> {
  if (bytes.length > maxListBytes) return tooLarge(name)
  const kind = binaryKind(bytes)
  if (kind) return notText(name, kind)
  const content = decodeText(bytes)
  return looksBinary(content) ? notText(name, 'other') : parseSheet(name, content)
}

const notText = (file: string, kind: FileKind) => refuse('file-binary', text.check.fileBinary({ file, kind }))
