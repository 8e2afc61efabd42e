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
    "const titles = ['ready', 'error'].map((one) => text.window.table.status[one])",
    "const { status } = text.window.table\nconst titles = ['ready'].map((one) => ({ one, said: status[one] }))",
    "const titles = new Map(['ready'].map((one) => { const { status } = text.window.table; return [one, status[one]] }))",
    'const titles = Array.from(list, function (one) { return text.window.table.status[one] })',
    'const titles = (() => [text.window.frame.product])()',
  ])('is found where a module keeps it: %s', (code) => {
    expect(readAtLoad(parsed('one.ts', `${imports}\n${code}`))).not.toEqual([])
  })

  test.each([
    'const words = text.window.frame',
    'const { frame, run } = text.window',
    'const titles = { one: () => text.window.frame.product }',
    'function title() { return text.window.frame.product }',
    "const titles = ['ready'].map((one) => () => text.window.table.status[one])",
    "const lengths = ['ready'].map((text) => text.window.frame.product)",
    'const titles = (list) => list.map((one) => text.window.table.status[one])',
  ])('is not found in %s', (code) => {
    expect(readAtLoad(parsed('one.ts', `${imports}\n${code}`))).toEqual([])
  })
})

const imports =
  "import { text } from './shared/text/index.ts'; import { guideText } from './shared/text/guide.ts'"

type Known = Map<string, unknown>

/** What the module takes out of the catalogue outside its functions, with the line of each. */
function readAtLoad(source: Source): readonly string[] {
  const found: string[] = []
  const tell = (node: SyntaxNode): void => {
    found.push(`${lineOf(source, node)} ${source.code.slice(node.start, Number(node['end']))}`)
  }

  function keep(pattern: unknown, value: unknown, at: SyntaxNode, known: Known): void {
    if (!isGroup(value)) {
      tell(at)
      return
    }
    if (!isNode(pattern)) return
    if (pattern.type === 'Identifier') known.set(String(pattern['name']), value)
    if (pattern.type !== 'ObjectPattern') return
    for (const property of listOf(pattern['properties']))
      if (property.type === 'Property')
        keep(property['value'], value[nameOf(property['key'])], property, known)
      else tell(property)
  }

  function look(part: SyntaxNode, known: Known): void {
    walk(part, (node, parent) => {
      if (/^TS.*(?:Type|Declaration)|^Import/.test(node.type)) return false
      if (/Function/.test(node.type)) {
        if (isNode(node['body']) && runsAtOnce(parent)) look(node['body'], inside(node, known))
        return false
      }
      if (node.type === 'VariableDeclarator') {
        const value = wordsOf(node['init'], known)
        if (value === undefined) return true
        keep(node['id'], value, node, known)
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
  }

  const known: Known = new Map(importedBy(source.program))
  for (const statement of listOf(source.program['body'])) look(statement, known)
  return found
}

/** Whether a function runs where it is written: it is called there, or an array hands it each of its items. */
function runsAtOnce(parent: SyntaxNode | undefined): boolean {
  // `(() => 1)()`: the parser keeps the parentheses.
  if (parent?.type === 'ParenthesizedExpression') return true
  if (parent?.type !== 'CallExpression') return false
  const { callee } = parent
  return isNode(callee) && callee.type === 'MemberExpression' && forEachItem.test(nameOf(callee['property']))
}

const forEachItem =
  /^(?:map|flatMap|filter|find\w*|forEach|some|every|reduce\w*|(?:toS|s)orted|sort|from|groupBy)$/

/** What is known in a function: its parameters hide what is called like them. */
function inside(node: SyntaxNode, known: Known): Known {
  const hidden = new Set<unknown>()
  for (const parameter of listOf(node['params']))
    walk(parameter, (part) => {
      if (part.type === 'Identifier') hidden.add(part['name'])
      return true
    })
  return new Map([...known].filter(([name]) => !hidden.has(name)))
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
  if (!isGroup(group)) return undefined
  const { property } = node
  const isNamed = node['computed'] !== true || (isNode(property) && property.type === 'Literal')
  if (isNamed) return group[nameOf(property)]
  // Which one is not known here: it may be any.
  const any = Object.values(group)
  return any.find((one) => !isGroup(one)) ?? any[0]
}

const nameOf = (key: unknown): string => (isNode(key) ? String(key['name'] ?? key['value']) : '')

const listOf = (parts: unknown): readonly SyntaxNode[] => (Array.isArray(parts) ? parts.filter(isNode) : [])

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
