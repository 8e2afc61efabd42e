import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname
/** What is bundled is handed out with the app, and so must its licences be. */
const license = { fileName: 'third-party.md' }

const ofTerminal = /\/src\/cli\/|\/phones\/layout\.ts$|\/gateway\/limits\.ts$|\/package\.json$/

/** Loading a part of the words does nothing else, so that each chunk may load only those that it says. */
const treeshake = { moduleSideEffects: (id: string) => !/\/shared\/text\//.test(id) }

export default defineConfig({
  main: {
    build: {
      // Bundled with all that it needs: 2.8 MB packed, where its packages as npm lays them out made 16.6.
      externalizeDeps: false,
      license,
      rolldownOptions: {
        input: { index: resolve(here, 'src/main/index.ts'), cli: resolve(here, 'src/cli/index.ts') },
        treeshake,
        output: {
          // The app never imports the terminal's program (ARCHITECTURE.md): apart, its chunks can be left unpacked. The
          // version in package.json is the terminal's alone, too: the app has it from Electron. So are the layouts of lists:
          // in the app the page works them out.
          chunkFileNames: ({ moduleIds }) =>
            `${moduleIds.some((id) => ofTerminal.test(id)) ? 'cli' : 'chunks'}/[name]-[hash].js`,
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
      rolldownOptions: { input: { index: resolve(here, 'src/renderer/index.html') }, treeshake },
    },
  },
})
