import { resolve } from 'node:path'
import { build, defineConfig, type UserConfig } from 'vite'
import { type Chunk, joinChunks } from './bundling/join-chunks.ts'
import { requireBuiltins } from './bundling/require-builtins.ts'
import { treeshake } from './bundling/treeshake.ts'

const here = import.meta.dirname

type Group = { readonly name: string | ((id: string) => string | null); readonly tags?: '$initial'[] }

// The entry waits for commands, which load the file that the group makes: in there, it would wait for itself.
const isEntry = (id: string): boolean => /[\\/]cli[\\/]index\.ts$/.test(id)

/** The terminal's program, apart from the app: neither then loads a file for what only the other needs. */
const config = (group: Group): UserConfig => ({
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
        // A third of what a start would read past. Nobody is handed this program without its sources.
        comments: false,
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'joined', test: (id: string) => !isEntry(id), ...group }],
        },
      },
    },
  },
})

/** What is to stand in one file, found by building it in many: for what every command loads first, and for what several share. */
async function filesOfModules(): Promise<ReadonlyMap<string, string>> {
  const trial = config({ name: 'start', tags: ['$initial'] })
  const built = await build({
    ...trial,
    configFile: false,
    logLevel: 'error',
    build: { ...trial.build, write: false },
  })
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const chunks = output.flatMap((file): Chunk[] =>
    file.type === 'chunk'
      ? [{ ...file, bytes: file.code.length, isEntry: file.isEntry || file.isDynamicEntry }]
      : [],
  )
  const start = output.find(({ fileName }) => fileName.startsWith('chunks/start-'))
  return joinChunks(chunks, start?.fileName ?? '')
}

export default defineConfig(async () => {
  const files = await filesOfModules()
  return config({ name: (id) => files.get(id) ?? null })
})
