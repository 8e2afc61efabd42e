import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { requireBuiltins } from './bundling/require-builtins.ts'
import { treeshake } from './bundling/treeshake.ts'

const here = import.meta.dirname

/** The terminal's program, apart from the app: neither then loads a file for what only the other needs. */
export default defineConfig({
  plugins: [requireBuiltins()],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: resolve(here, 'out/cli'),
    emptyOutDir: true,
    target: 'node24',
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: resolve(here, 'src/cli/index.ts') },
      treeshake,
      output: {
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          // What every command loads before it does anything, in one file: to find, read and link a file takes a thirtieth of
          // what an empty program of Node takes. Not the entry itself, which waits for commands that load this file, too.
          groups: [{ name: 'start', tags: ['$initial'], test: (id) => !/[\\/]cli[\\/]index\.ts$/.test(id) }],
        },
      },
    },
  },
})
