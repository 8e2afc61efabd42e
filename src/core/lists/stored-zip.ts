import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'

/** A ZIP archive of these files, uncompressed (PKWARE, "APPNOTE.TXT", 4.3 to 4.5). Names must be ASCII. */
export function storedZip(files: Readonly<Record<string, string>>): Uint8Array {
  const entries: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path)
    const bytes = Buffer.from(content)
    const head = headOf(name, bytes)
    entries.push(Buffer.from('PK\x03\x04'), head, name, bytes)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), head, place, name)
    offset += 4 + head.length + name.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  const count = Object.keys(files).length
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...entries, listed, Buffer.from('PK\x05\x06'), end])
}

/** What an entry and the directory both say of a file. */
function headOf(name: Buffer, bytes: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  // The earliest date that the format knows, 1 January 1980: the same file comes out each time.
  head.writeUInt16LE(0x21, 8)
  head.writeUInt32LE(crc32(bytes), 10)
  head.writeUInt32LE(bytes.length, 14)
  head.writeUInt32LE(bytes.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}
