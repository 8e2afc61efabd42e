import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The most that the window loads before its first content, in kilobytes (1,000 bytes), each file gzipped. */
export const mostLoadedAtFirst = 200

/** Kilobytes of what index.html names: all that is loaded before the first content. Each file is gzipped. */
export function loadedAtFirst(built: string): number {
  const bytes = ['index.html', ...namedIn(built)]
    .map((file) => gzipSync(readFileSync(join(built, file))).byteLength)
    .reduce((sum, size) => sum + size, 0)
  return Math.round(bytes / 100) / 10
}

/** The scripts and style sheets that index.html names. */
function namedIn(built: string): readonly string[] {
  const index = readFileSync(join(built, 'index.html'), 'utf8')
  return [...index.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(([, path = '']) => path)
}
