import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { requireBuiltins } from './bundling/require-builtins.ts'
import { treeshake } from './bundling/treeshake.ts'

const here = import.meta.dirname
/** What is bundled is handed out with the app, and so must its licences be. */
const license = { fileName: 'third-party.md' }

export default defineConfig({
  main: {
    plugins: [requireBuiltins()],
    build: {
      // Bundled with all that it needs: 2.8 MB packed, where its packages as npm lays them out made 16.6.
      externalizeDeps: false,
      license,
      rolldownOptions: {
        input: { index: resolve(here, 'src/main/index.ts') },
        treeshake,
        output: { chunkFileNames: 'chunks/[name]-[hash].js' },
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
      rolldownOptions: { input: { index: resolve(here, 'src/renderer/index.html') }, treeshake },
    },
  },
})
