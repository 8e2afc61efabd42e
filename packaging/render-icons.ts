/** `npm run icons`: renders resources/icon.svg into resources/icons, in all sizes that the systems ask for. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../test/electron-host/chromium.ts'
import { type Picture, windowsIcon } from './windows-icon.ts'

const resources = resolve(import.meta.dirname, '../resources')
const folder = join(resources, 'icons')

/** Linux takes them from 16 to 512, macOS makes its own of the largest; Windows scales between its sizes. */
const pngSizes = [16, 32, 48, 64, 128, 256, 512, 1024]
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256]

await rm(folder, { recursive: true, force: true, maxRetries: 20 })
await mkdir(folder, { recursive: true })
const source = await readFile(join(resources, 'icon.svg'))
const sizes = [...new Set([...pngSizes, ...windowsSizes])].toSorted((one, other) => one - other)
const pictures = await render(source, sizes)

const written = new Map<string, Uint8Array>([
  ...pictures
    .filter(({ size }) => pngSizes.includes(size))
    .map(({ size, png }) => [`icons/${size}x${size}.png`, png] as const),
  ['icons/icon.ico', windowsIcon(pictures.filter(({ size }) => windowsSizes.includes(size)))],
])
for (const [name, bytes] of written) await writeFile(join(resources, name), bytes)

// What test/package/icons.test.ts compares: a picture that is not of this source must not go unnoticed.
const sums = Object.fromEntries([['icon.svg', sum(source)], ...[...written].map(([n, b]) => [n, sum(b)])])
await writeFile(join(folder, 'sums.json'), `${JSON.stringify(sums, null, 2)}\n`)

async function render(svg: Uint8Array, sizes: readonly number[]): Promise<readonly Picture[]> {
  const found = await findChromium()
  if (!found) throw new Error('There is no Chromium, Chrome or Edge: name one in E2E_CHROMIUM')
  const browser = await chromium.launch({ executablePath: found.executable, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const pictures: Picture[] = []
    for (const size of sizes) pictures.push(await renderAt(page, Buffer.from(svg).toString('base64'), size))
    return pictures
  } finally {
    await browser.close()
  }
}

async function renderAt(page: Page, svg: string, size: number): Promise<Picture> {
  const drawn = await page.evaluate(
    async ({ svg, size }) => {
      const image = new Image(size, size)
      image.src = `data:image/svg+xml;base64,${svg}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = size
      canvas.height = size
      const context = canvas.getContext('2d')
      if (!context) throw new Error('There is nothing to draw on')
      context.drawImage(image, 0, 0, size, size)
      const pixels = [...context.getImageData(0, 0, size, size).data]
      return { png: canvas.toDataURL('image/png').replace(/^.*,/, ''), pixels: size > 256 ? [] : pixels }
    },
    { svg, size },
  )
  return { size, png: Buffer.from(drawn.png, 'base64'), rgba: Uint8Array.from(drawn.pixels) }
}

function sum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
