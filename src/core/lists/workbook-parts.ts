import { posix } from 'node:path'
import { readXml } from './read-xml.ts'
import type { Parts } from './unpack.ts'

/** A visible sheet of a workbook, and the path of its file. */
type SheetPath = { readonly name: string; readonly path: string }

/** The visible sheets of a workbook (ECMA-376 Part 1, 18.2); undefined where its files are damaged. */
export async function readSheetPaths(
  workbook: Parts,
  relations: Parts,
): Promise<readonly SheetPath[] | undefined> {
  const targets = new Map<string, string>()
  const sheets: { readonly name: string; readonly id: string }[] = []
  const isRead = await readXml(relations, {
    opened: (name, { Id, Target, Type, TargetMode }) => {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return
      if (Type?.endsWith('/worksheet')) targets.set(Id, posix.resolve('/xl', Target))
    },
  })
  const isWhole = await readXml(workbook, {
    opened: (tag, attributes) => {
      const { name, state } = attributes
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1]
      if (tag === 'sheet' && name && id && state !== 'hidden' && state !== 'veryHidden')
        sheets.push({ name, id })
    },
  })
  if (!isRead || !isWhole) return undefined
  return sheets.flatMap(({ name, id }) => {
    const path = targets.get(id)
    return path === undefined ? [] : [{ name, path: path.slice(1) }]
  })
}

/** The texts that cells share, in their order (18.4); undefined where the file is damaged. */
export async function readSharedStrings(parts: Parts): Promise<readonly string[] | undefined> {
  const strings: string[] = []
  let string = ''
  let isText = false
  // Japanese workbooks in particular store the pronunciation of a text beside it.
  let isPhonetic = false
  const isRead = await readXml(parts, {
    opened: (name) => {
      if (name === 'si') string = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isText = true
    },
    text: (words) => {
      if (isText && !isPhonetic) string += words
    },
    closed: (name) => {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') strings.push(unescaped(string))
    },
  })
  return isRead ? strings : undefined
}

/** Excel writes characters that XML cannot have as `_x000D_` (22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
