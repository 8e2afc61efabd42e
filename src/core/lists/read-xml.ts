import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import type { Parts } from './unpack.ts'

/** Callbacks for the parts of an XML file. Names come without a prefix, because only some programs write one. */
export type XmlReader = {
  opened(name: string, attributes: Readonly<Record<string, string>>): void
  text?(words: string): void
  closed?(name: string): void
  /** Whether the reader needs no more of the file. */
  isDone?(): boolean
}

/**
 * Reads an XML file part by part, and gives other work its turn in between. A document type may name entities and other
 * files. Those entities stay unknown, and no other file is ever read. Answers whether the file was well-formed as far
 * as it was read.
 */
export async function readXml(parts: Parts, reader: XmlReader): Promise<boolean> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let isDamaged = false
  parser.on('error', () => {
    isDamaged = true
  })
  parser.on('opentag', ({ name, attributes }) => reader.opened(bare(name), attributes))
  if (reader.text) parser.on('text', (words) => reader.text?.(words))
  if (reader.text) parser.on('cdata', (words) => reader.text?.(words))
  if (reader.closed) parser.on('closetag', ({ name }) => reader.closed?.(bare(name)))
  const decoder = new TextDecoder(parts[0]?.[0] === 0xff ? 'utf-16le' : 'utf-8')
  let read = 0
  for (const part of parts) {
    parser.write(decoder.decode(part, { stream: true }))
    if (isDamaged) return false
    if (reader.isDone?.()) return true
    read += part.length
    if (read < step) continue
    read = 0
    await setImmediate()
  }
  parser.close()
  return !isDamaged
}

/** In bytes. A step takes some milliseconds. */
const step = 512 * 1024

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)
