import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSync } from 'vite'

/** A node of the syntax tree of ESTree: its `type`, where it begins, and its parts. */
export type SyntaxNode = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

export type Source = { readonly file: string; readonly code: string; readonly program: SyntaxNode }

const root = resolve(import.meta.dirname, '../..')

/** Every file of `src` outside the catalogue, parsed. `file` is its path with `/`. */
export const sourcesOutsideCatalogue = (): readonly Source[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('src/shared/text/'))
    .map((file) => parsed(file, readFileSync(join(root, file), 'utf8')))

export function parsed(file: string, code: string): Source {
  const { program, errors } = parseSync(file, code)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  return { file, code, program: program as unknown as SyntaxNode }
}

/** Visits a node and its parts, outermost first. A visitor that returns false has the parts left out. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => boolean,
  parent?: SyntaxNode,
): void {
  if (!visit(node, parent)) return
  for (const part of Object.values(node)) {
    if (Array.isArray(part)) {
      for (const one of part) if (isNode(one)) walk(one, visit, node)
    } else if (isNode(part)) walk(part, visit, node)
  }
}

export const isNode = (part: unknown): part is SyntaxNode =>
  typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string'

export const lineOf = ({ file, code }: Source, { start }: SyntaxNode): string =>
  `${file}:${code.slice(0, start).split('\n').length}`
