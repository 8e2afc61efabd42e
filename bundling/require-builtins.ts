import { createRequire, isBuiltin } from 'node:module'
import type { Plugin } from 'vite'

/** Those of Node's modules that take some milliseconds to make, and are seldom needed: a thirtieth of a short command each, or more. */
const madeWhenCalled = [
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:readline/promises',
  'node:v8',
]

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
export function requireBuiltins(): Plugin {
  const statement = /^import (.+) from "(.+)";\n/gm
  const wholeOf = (from: string): string =>
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
        const areCalled = called?.length && called.every((one) => one !== undefined)
        const required = `const {${named?.replaceAll(' as ', ': ')}} = requireBuiltin("${from}");\n`
        return [
          ...(name ? [`const ${name} = ${wholeOf(from)};\n`] : []),
          ...(areCalled ? called : named ? [required] : []),
        ].join('')
      })
      if (body === code) return null
      const helper =
        'import { createRequire as requireFrom } from "node:module";\nconst requireBuiltin = requireFrom(import.meta.url);\n'
      return { code: `${helper}${body}`, map: null }
    },
  }
}
