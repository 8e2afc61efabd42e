import { describe, expect, test } from 'vitest'
import { guideText } from '../src/shared/text/guide.ts'
import { text } from '../src/shared/text/index.ts'
import {
  isNode,
  lineOf,
  parsed,
  type Source,
  type SyntaxNode,
  sourcesOutsideCatalogue,
  walk,
} from './support/source-strings.ts'

// No language is chosen yet when a module is loaded. The choice writes over the groups of texts in place, so a module may
// keep a group, but not a text out of it.

describe('a text', () => {
  test('is read when it is shown, not when its module is loaded', () => {
    expect(sourcesOutsideCatalogue().flatMap(readAtLoad)).toEqual([])
  })

  test.each([
    'const title = text.window.frame.product',
    'const { product } = text.window.frame',
    'const { frame: { product } } = text.window',
    'const words = text.window.frame\nexport const titles = { one: words.product }',
    'const noRun = { kind: 1, ...text.run.noRun }',
    'const { product } = guideText, { claimed } = text.run, say = claimed.waiting',
    "const titles = ['one'].map(text.main.files.results)",
    'const all = Object.values(text.window.table.status)',
  ])('is found where a module keeps it: %s', (code) => {
    expect(readAtLoad(parsed('one.ts', `${imports}\n${code}`))).not.toEqual([])
  })

  test.each([
    'const words = text.window.frame',
    'const { frame, run } = text.window',
    'const titles = { one: () => text.window.frame.product }',
    'function title() { return text.window.frame.product }',
  ])('is not found in %s', (code) => {
    expect(readAtLoad(parsed('one.ts', `${imports}\n${code}`))).toEqual([])
  })
})

const imports =
  "import { text } from './shared/text/index.ts'; import { guideText } from './shared/text/guide.ts'"

type Known = Map<string, unknown>

/** What the module takes out of the catalogue outside its functions, with the line of each. */
function readAtLoad(source: Source): readonly string[] {
  const known: Known = new Map(importedBy(source.program))
  const found: string[] = []
  const tell = (node: SyntaxNode): void => {
    found.push(`${lineOf(source, node)} ${source.code.slice(node.start, Number(node['end']))}`)
  }

  function keep(pattern: unknown, value: unknown, at: SyntaxNode): void {
    if (!isGroup(value)) {
      tell(at)
      return
    }
    if (!isNode(pattern)) return
    if (pattern.type === 'Identifier') known.set(String(pattern['name']), value)
    if (pattern.type !== 'ObjectPattern') return
    for (const property of listOf(pattern['properties']))
      if (property.type === 'Property') keep(property['value'], value[nameOf(property['key'])], property)
      else tell(property)
  }

  for (const statement of listOf(source.program['body']))
    walk(statement, (node, parent) => {
      if (/^TS.*(?:Type|Declaration)|^Import|Function/.test(node.type)) return false
      if (node.type === 'VariableDeclarator') {
        const value = wordsOf(node['init'], known)
        if (value === undefined) return true
        keep(node['id'], value, node)
        return false
      }
      if (node.type === 'Property' && isNode(node['key']) && node['computed'] !== true) {
        const { value } = node
        if (isNode(value) && wordsOf(value, known) !== undefined && !isGroup(wordsOf(value, known)))
          tell(value)
        return isNode(value) && wordsOf(value, known) === undefined
      }
      const value = wordsOf(node, known)
      if (value === undefined) return true
      const isRead = parent?.type === 'SpreadElement' || parent?.type === 'CallExpression'
      if (!isGroup(value) || isRead || parent?.type === 'MemberExpression') tell(node)
      return false
    })
  return found
}

/** `text` and `guideText`, where the module imports them. */
const importedBy = (program: SyntaxNode): readonly (readonly [string, unknown])[] =>
  listOf(program['body'])
    .filter(({ type }) => type === 'ImportDeclaration')
    .filter((node) => /\/text\/(?:index|guide)\.ts$/.test(valueIn(node['source'])))
    .flatMap((node) => listOf(node['specifiers']))
    .map((specifier) => nameOf(specifier['local']))
    .map((name) => [name, name === 'text' ? text : guideText])

const valueIn = (node: unknown): string => (isNode(node) ? String(node['value']) : '')

/** The part of the catalogue that an expression stands for; undefined where it stands for none. */
function wordsOf(node: unknown, known: Known): unknown {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return known.get(String(node['name']))
  if (node.type !== 'MemberExpression') return undefined
  const group = wordsOf(node['object'], known)
  return isGroup(group) ? group[nameOf(node['property'])] : undefined
}

const nameOf = (key: unknown): string => (isNode(key) ? String(key['name'] ?? key['value']) : '')

const listOf = (parts: unknown): readonly SyntaxNode[] => (Array.isArray(parts) ? parts.filter(isNode) : [])

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
