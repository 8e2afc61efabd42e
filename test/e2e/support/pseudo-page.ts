import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { removeFolder } from '../../support/remove-folder.ts'

export type BuiltPage = { readonly folder: string; remove(): Promise<void> }

/**
 * Builds the page with one more language, which every system is taken to prefer: as a contributor would add it, by a line
 * in the table of languages. The page that is shipped has no such line.
 */
export async function buildPseudoPage(): Promise<BuiltPage> {
  const folder = mkdtempSync(join(tmpdir(), 'pseudo-page-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve('src/renderer'),
    base: './',
    plugins: [react(), withPseudoLanguage],
    build: { outDir: folder, emptyOutDir: true, minify: false, chunkSizeWarningLimit: 10_000 },
  })
  return { folder, remove: () => removeFolder(folder) }
}

const table = 'new Map<string, Load>([])'
const language = JSON.stringify(resolve('test/support/pseudo-language.ts'))

const withPseudoLanguage: Plugin = {
  name: 'pseudo-language',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/shared\/text\/language\.ts$/.test(id.replaceAll('\\', '/'))) return undefined
    if (!code.includes(table)) throw new Error(`The table of languages is no longer written as ${table}.`)
    return code.replace(table, `new Map<string, Load>([['en', () => import(${language})]])`)
  },
}
