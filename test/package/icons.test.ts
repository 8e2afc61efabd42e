import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Data } from 'resedit'
import { expect, test } from 'vitest'

const folder = 'resources/icons'
const read = (name: string): Buffer => readFileSync(join('resources', name))

test('the committed pictures are those that `npm run icons` made of the committed source', () => {
  const sums: Record<string, string> = JSON.parse(read('icons/sums.json').toString())
  const pictures = readdirSync(folder).filter((name) => name !== 'sums.json')

  expect(Object.keys(sums).toSorted()).toEqual(
    ['icon.svg', ...pictures.map((name) => `icons/${name}`)].toSorted(),
  )
  for (const [name, sum] of Object.entries(sums))
    expect(createHash('sha256').update(read(name)).digest('hex'), `${name}: npm run icons`).toBe(sum)
})

test('each picture is as large as its name says', () => {
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'))
  // Width and height stand at the same place in every PNG (PNG specification, 11.2.1).
  const sizes = pictures.map((name) => {
    const bytes = read(`icons/${name}`)
    return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}.png`
  })

  expect(sizes).toEqual(pictures)
  expect(sizes).toHaveLength(8)
})

test('the icon for Windows has all sizes that its shell asks for, and is see-through at the corners', () => {
  const { icons } = Data.IconFile.from(read('icons/icon.ico'))
  expect(icons.map(({ width }) => width || 256)).toEqual([16, 20, 24, 32, 40, 48, 64, 256])
  for (const { data } of icons) {
    if (!data.isIcon()) continue
    const pixels = new Uint8Array(data.pixels)
    const { width } = data.bitmapInfo
    const alpha = (row: number, column: number): number | undefined => pixels[(row * width + column) * 4 + 3]
    expect(alpha(0, 0)).toBeLessThan(128)
    // Teal at the edge: blue, green and red, in this order, from the bottom row up.
    const [blue = 0, green = 0, red = 0] = pixels.subarray(width * 4 + (width / 2) * 4)
    expect(alpha(1, width / 2)).toBe(255)
    expect(green - red).toBeGreaterThan(50)
    expect(blue - red).toBeGreaterThan(50)
  }
})
