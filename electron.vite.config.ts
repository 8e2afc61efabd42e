import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { requireBuiltins } from './bundling/require-builtins.ts'
import { treeshake } from './bundling/treeshake.ts'

const here = import.meta.dirname
/** What is bundled is handed out with the app, and so must its licences be. */
const license = { fileName: 'third-party.md' }

/**
 * electron-store brings a compiler of JSON schemas and the arithmetic of versions, both of which it makes whenever it is
 * loaded: a sixth of the start of the app. The settings have a schema of their own (src/main/settings/stored-schema.ts), and no
 * migrations.
 */
function withoutUnusedParts(): Plugin {
  const prefix = '\0unused-part:'
  const said = (what: string): string => `throw new Error("No store of this app has ${what}")`
  const parts: readonly (readonly [name: RegExp, code: string])[] = [
    [
      /^ajv(-formats|\/dist\/2020\.js)$/,
      `export class Ajv2020 { constructor() { ${said('a schema')} } }\nexport default {}`,
    ],
    [/^semver$/, `export default new Proxy({}, { get() { ${said('migrations')} } })`],
  ]
  return {
    name: 'without-unused-parts',
    enforce: 'pre',
    resolveId(id, importer = '') {
      const isOfStore = /\/node_modules\/conf\//.test(importer.replaceAll('\\', '/'))
      const place = isOfStore ? parts.findIndex(([name]) => name.test(id)) : -1
      return place < 0 ? undefined : `${prefix}${place}`
    },
    load: (id) => (id.startsWith(prefix) ? parts[Number(id.slice(prefix.length))]?.[1] : undefined),
  }
}

/**
 * One file for all that the window loads before it shows something. What several of the parts need that it loads later is
 * in files of some size: each costs more than what it holds too much.
 */
const codeSplitting = {
  groups: [
    { name: 'first', tags: ['$initial' as const] },
    { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 },
  ],
}

/** Rolldown names what is shared after all that share it. */
const chunkFileNames = ({ name }: { readonly name: string }): string =>
  `assets/${name.startsWith('shared') ? 'shared' : '[name]'}-[hash].js`

export default defineConfig({
  main: {
    plugins: [withoutUnusedParts(), requireBuiltins()],
    build: {
      // Bundled with all that it needs: 2.8 MB packed, where its packages as npm lays them out made 16.6.
      externalizeDeps: false,
      license,
      rolldownOptions: {
        input: { index: resolve(here, 'src/main/index.ts') },
        treeshake,
        output: {
          chunkFileNames: 'chunks/[name]-[hash].js',
          // A tenth of what a start would read past. Nobody is handed this program without its sources.
          comments: false,
          // What the start needs is in the file that starts, whoever else needs it.
          codeSplitting: { groups: [{ name: 'first', tags: ['$initial' as const] }] },
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load neither ES modules nor packages: one CommonJS file with all it needs.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [react()],
    build: {
      minify: true,
      license,
      // Loaded from disk, in one go: what counts is `npm run bench`, which measures it compressed.
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: {
        input: { index: resolve(here, 'src/renderer/index.html') },
        treeshake,
        output: { chunkFileNames, codeSplitting },
      },
    },
  },
})
