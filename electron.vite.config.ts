import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: { index: resolve(here, 'src/main/index.ts'), cli: resolve(here, 'src/cli/index.ts') },
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
      // Loaded from disk, in one go: what counts is `npm run bench`, which measures it compressed.
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: { input: { index: resolve(here, 'src/renderer/index.html') } },
    },
  },
})
