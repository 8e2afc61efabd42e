import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import process from 'node:process'
import { build, defineConfig, type Plugin, type UserConfig } from 'vite'
import { type Chunk, joinChunks } from './bundling/join-chunks.ts'
import { requireBuiltins } from './bundling/require-builtins.ts'
import { treeshake } from './bundling/treeshake.ts'

const here = import.meta.dirname

type Group = { readonly name: string | ((id: string) => string | null); readonly tags?: '$initial'[] }

// Loaded for its own sake: among what commands load as well, it would need one more file that only names it.
const isProgram = (id: string): boolean => /[\\/]src[\\/]cli[\\/]program\.ts$/.test(id)

/** The terminal's program, apart from the app: neither then loads a file for what only the other needs. */
const config = (entry: string, group: Group): UserConfig => ({
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
      input: { index: resolve(here, 'src/cli', entry) },
      treeshake,
      output: {
        // The same from one build to the next: what is kept compiled goes by the name, and old names would pile up.
        chunkFileNames: 'chunks/[name].js',
        // A third of what a start would read past. Nobody is handed this program without its sources.
        comments: false,
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'joined', test: (id: string) => !isProgram(id), ...group }],
        },
      },
    },
  },
})

/** What is to stand in one file, found by building it in many: for what every command loads first, and for what several share. */
async function filesOfModules(): Promise<ReadonlyMap<string, string>> {
  const trial = config('program.ts', { name: 'start', tags: ['$initial'] })
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
  const start = output.find(({ fileName }) => fileName === 'chunks/start.js')
  return joinChunks(chunks, start?.fileName ?? '')
}

/**
 * Checks a list once, for Node to keep that compiled (`src/cli/index.ts`). It keeps of each file what the first command that
 * loads it has called, and most begin with a list. Where this fails, only time is lost.
 */
const checkList: Plugin = {
  name: 'check-list',
  closeBundle() {
    const list = resolve(here, 'resources/samples/messy.csv')
    spawnSync(process.execPath, [resolve(here, 'out/cli/index.js'), 'check', list], {
      stdio: 'ignore',
      timeout: 30_000,
    })
  },
}

export default defineConfig(async () => {
  const files = await filesOfModules()
  const { plugins, ...program } = config('index.ts', {
    name: (id) => files.get(id) ?? null,
  })
  return { ...program, plugins: [plugins, checkList] }
})
