import { createRequire, isBuiltin } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const here = import.meta.dirname
/** What is bundled is handed out with the app, and so must its licences be. */
const license = { fileName: 'third-party.md' }

/** What the terminal alone loads later: a chunk without modules of its own then leads to what the app has, too. */
const laterInTerminal =
  /\/src\/core\/(session\/(gateways|microsoft-session)|powershell\/way|run\/run-repository)\.ts$/

const ofTerminal = /\/src\/cli\/|\/(run\/tenant-warnings|other-way|text\/roughly)\.ts$|\/package\.json$/

/**
 * What every command of the terminal loads before it does anything, in one file: to find, read and link a file takes a
 * thirtieth of what an empty program of Node takes, and there were ten of them.
 */
const ofEveryCommand = new RegExp(
  `/src/shared/(${[
    ...['assert-never', 'guid', 'result', 'auth/(client-id|tenant-name)'],
    'gateway/(failure-words|limits|region|tenant)',
    ...[
      'phones/(issue-words|layout|list-limit)',
      'run/(claims-failure|journal-trouble-words|why-words)',
      'site/vendors',
    ],
    'site/dhcp/(dhcp-lines|dhcp-request|dhcpd|dnsmasq|fortigate|ios|kea|mikrotik|one-value|windows)',
    ...[
      'text/(briefly|duration|harmless|language|list-of|locale|moment|part|plural|quoted|visible-json)',
      'text/secrets/[^/]+',
      // The parts and their words together: one that is loaded after what says it would be missing there.
      'text/(en|parts)/(locale|cli|check|doctor|gateway|removed|run|site)(/[^/]+)?',
    ],
  ].join('|')})\\.ts$`,
)

/** The same for what every command with a list loads. Workbooks are none of it: who has one waits for their reader. */
const ofEveryList =
  /\/src\/(shared\/phones\/(?!formula|remember-)[^/]+|shared\/site\/(check-makers|vendor-of|vendors-table)|core\/lists\/(decode|file-kind|open-source|read-source))\.ts$/

/** Those of Node's modules that take some milliseconds to make, and are seldom needed: a twentieth of a short command each. */
const madeWhenCalled = ['node:child_process', 'node:crypto', 'node:readline/promises']

/** A name that is imported of such a module, as a function that makes the module; undefined for what is no mere function. */
function calledOf(from: string, imported: string, code: string): string | undefined {
  const [name = '', local = name] = imported.trim().split(' as ')
  const what: unknown = createRequire(import.meta.url)(from)[name]
  const isFunction = typeof what === 'function' && /^[a-z]/.test(name) && Object.keys(what).length === 0
  // Some have a form of their own for promisify.
  return isFunction && (Object.getOwnPropertySymbols(what).length === 0 || !code.includes('promisify'))
    ? `const ${local} = (...given) => requireBuiltin("${from}").${name}(...given);\n`
    : undefined
}

/**
 * Has what is built require Node's own modules. An `import` of one makes each of its parts at once, also those that Node
 * makes on demand: 40 ms for node:http, with all that fetch is made of.
 */
function requireBuiltins(): Plugin {
  const statement = /^import (.+) from "(.+)";\n/gm
  const required = (from: string): string =>
    // Commander starts programs for commands that are programs of their own: there are none.
    from === 'node:child_process'
      ? `{ get spawn() { return requireBuiltin("${from}").spawn } }`
      : `requireBuiltin("${from}")`
  return {
    name: 'require-builtins',
    renderChunk(code) {
      const body = code.replace(statement, (whole, what: string, from: string) => {
        if (!isBuiltin(from) || from === 'node:module') return whole
        const { name, named } = /^(?<name>[\w$]+)?(?:, )?(?:\{(?<named>.+)\})?$/.exec(what)?.groups ?? {}
        if (!name && !named) throw new Error(`No form of import that is known: ${whole}`)
        const called = madeWhenCalled.includes(from)
          ? named?.split(',').map((one) => calledOf(from, one, code))
          : []
        if (!name && called?.length && called.every((one) => one !== undefined)) return called.join('')
        return [
          ...(name ? [`const ${name} = ${required(from)};\n`] : []),
          ...(named ? [`const {${named.replaceAll(' as ', ': ')}} = requireBuiltin("${from}");\n`] : []),
        ].join('')
      })
      if (body === code) return null
      const helper =
        'import { createRequire as requireFrom } from "node:module";\nconst requireBuiltin = requireFrom(import.meta.url);\n'
      return { code: `${helper}${body}`, map: null }
    },
  }
}

/**
 * Has no chunk come before the one that all others need: its own words would not be there yet when that chunk asks for them,
 * and no command would start.
 */
function keepBasisFirst(): Plugin {
  return {
    name: 'keep-basis-first',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || file.name !== 'basis') continue
        const before = file.imports.filter((name) => name in bundle && !name.includes('rolldown-runtime'))
        if (before.length > 0) this.error(`${before.join(', ')} belongs into basis: add it to ofEveryCommand`)
      }
    },
  }
}

/**
 * electron-store brings a compiler of JSON schemas, which it makes whenever it is loaded: a tenth of the start of the app. The
 * settings have a schema of their own (src/main/settings/stored-schema.ts).
 */
function withoutSchemaCompiler(): Plugin {
  const nothing = '\0no-schema-compiler'
  return {
    name: 'without-schema-compiler',
    enforce: 'pre',
    resolveId: (id, importer = '') =>
      /^ajv(-formats|\/dist\/2020\.js)$/.test(id) &&
      /\/node_modules\/conf\//.test(importer.replaceAll('\\', '/'))
        ? nothing
        : undefined,
    load: (id) =>
      id === nothing
        ? 'export class Ajv2020 { constructor() { throw new Error("No store of this app has a schema") } }\nexport default {}'
        : undefined,
  }
}

/** Loading a part of the words does nothing else, so that each chunk may load only those that it says. */
const treeshake = { moduleSideEffects: (id: string) => !/\/shared\/text\//.test(id) }

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
    plugins: [withoutSchemaCompiler(), requireBuiltins(), keepBasisFirst()],
    build: {
      // Bundled with all that it needs: 2.8 MB packed, where its packages as npm lays them out made 16.6.
      externalizeDeps: false,
      license,
      rolldownOptions: {
        input: { index: resolve(here, 'src/main/index.ts'), cli: resolve(here, 'src/cli/index.ts') },
        treeshake,
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'basis', test: ofEveryCommand },
              { name: 'lists', test: ofEveryList },
            ],
          },
          // The app never imports the terminal's program (ARCHITECTURE.md): apart, its chunks can be left unpacked. The
          // version in package.json is the terminal's alone, too: the app has it from Electron. So are warnings about a tenant's
          // domains, the other way and how long something takes: in the app the page works them out.
          chunkFileNames: ({ moduleIds, facadeModuleId }) =>
            `${[...moduleIds, facadeModuleId ?? ''].some((id) => ofTerminal.test(id)) || (moduleIds.length === 0 && laterInTerminal.test(facadeModuleId ?? '')) ? 'cli' : 'chunks'}/[name]-[hash].js`,
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
