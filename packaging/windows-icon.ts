import { Data } from 'resedit'

/** One size of the icon. `rgba`: four bytes a pixel, row by row from the top. */
export type Picture = {
  readonly size: number
  readonly png: Uint8Array
  readonly rgba: Uint8Array
}

/**
 * An .ico of all the pictures: bitmaps, as programs older than Windows Vista's format expect them, and PNG for
 * 256 pixels, where the bitmap would be a quarter of a megabyte (Microsoft, "Icons", Windows icon format).
 */
export function windowsIcon(pictures: readonly Picture[]): Uint8Array {
  const file = new Data.IconFile()
  file.icons = pictures.map(({ size, png, rgba }) => ({
    width: size,
    height: size,
    planes: 1,
    bitCount: 32,
    data:
      size < 256
        ? Data.IconItem.from(size, size, bitmap(size, rgba))
        : Data.RawIconItem.from(Buffer.from(png), size, size, 32),
  }))
  return new Uint8Array(file.generate())
}

const headerBytes = 40

/** BITMAPINFOHEADER, the pixels as BGRA from the bottom row up, and a mask that hides nothing. */
function bitmap(size: number, rgba: Uint8Array): Uint8Array {
  const maskBytes = Math.ceil(size / 32) * 4 * size
  const bytes = Buffer.alloc(headerBytes + rgba.length + maskBytes)
  bytes.writeUInt32LE(headerBytes, 0)
  bytes.writeInt32LE(size, 4)
  // Of picture and mask together.
  bytes.writeInt32LE(size * 2, 8)
  bytes.writeUInt16LE(1, 12)
  bytes.writeUInt16LE(32, 14)
  bytes.writeUInt32LE(rgba.length + maskBytes, 20)
  const rowBytes = size * 4
  for (let row = 0; row < size; row++) {
    const from = row * rowBytes
    const to = headerBytes + (size - 1 - row) * rowBytes
    for (let at = 0; at < rowBytes; at += 4) {
      bytes[to + at] = rgba[from + at + 2] ?? 0
      bytes[to + at + 1] = rgba[from + at + 1] ?? 0
      bytes[to + at + 2] = rgba[from + at] ?? 0
      bytes[to + at + 3] = rgba[from + at + 3] ?? 0
    }
  }
  return bytes
}
