import type { FileKind } from '../../shared/text/en/check/files.ts'

/** The kind of a file that is no text, by its first bytes and the names in it; undefined if it may be text. */
export function binaryKind(bytes: Uint8Array): FileKind | 'workbook' | undefined {
  const begins = (signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)
  if (begins(pdf)) return 'pdf'
  if (begins(zip)) return zipKind(new TextDecoder('latin1').decode(bytes))
  if (!begins(compoundFile)) return undefined
  // Names in a compound file are UTF-16 ([MS-CFB] 2.6.1): as Latin 1, every other character is a zero.
  const names = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
  // A workbook under a password ([MS-OFFCRYPTO] 2.3.4.4).
  if (names.includes('EncryptedPackage')) return 'excel-locked'
  return names.includes('WordDocument') || names.includes('PowerPoint Document') ? 'document' : 'excel-97'
}

/** A ZIP file does not compress the names of its entries. They tell which program wrote it (ECMA-376, ODF 1.3). */
function zipKind(names: string): FileKind | 'workbook' {
  if (names.includes('xl/workbook.bin')) return 'excel-binary'
  if (names.includes('xl/')) return 'workbook'
  if (names.includes('opendocument.spreadsheet')) return 'ods'
  if (names.includes('.iwa')) return 'numbers'
  return names.includes('word/document.xml') || names.includes('opendocument.text') || names.includes('ppt/')
    ? 'document'
    : 'archive'
}

/** The kind of a text that is no table, by how it begins; undefined if it may be one. */
export function textKind(content: string): FileKind | undefined {
  if (looksBinary(content)) return 'other'
  const start = content
    .slice(0, 2_000)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(start))
    return 'html'
  if (/^<(?:\?xml|[a-z][\w:.-]*[\s/>])/i.test(start)) return 'xml'
  if (start.startsWith('{\\rtf')) return 'document'
  return /^[[{]\s*(?:[[{"\]}]|$)/.test(start) ? 'json' : undefined
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
