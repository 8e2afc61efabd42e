import type { Block, Chapter, ChapterId } from './chapter.ts'
import { readInline } from './inline.ts'

/** Where the guide has what was looked for: the words around it, and its block in the chapter. */
export type FoundInGuide = {
  readonly chapter: ChapterId
  readonly title: string
  readonly block: number
  readonly before: string
  readonly match: string
  readonly after: string
}

/**
 * The places of the guide that have all these words, in any case and order, in reading order; each paragraph, item and row of
 * a table counts for itself, and with its chapter's title.
 */
export function searchGuide(chapters: readonly Chapter[], query: string): readonly FoundInGuide[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return []
  return chapters.flatMap(({ id, title, blocks }) =>
    blocks.flatMap((block, at) =>
      textsOf(block).flatMap((written): readonly FoundInGuide[] => {
        const plain = plainOf(written)
        const all = `${title} ${plain}`.toLowerCase()
        if (!words.every((word) => all.includes(word))) return []
        return [{ chapter: id, title, block: at, ...around(plain, words) }]
      }),
    ),
  )
}

/** Some words before and behind the longest word that is there, which says most; the beginning, where only the title matches. */
function around(plain: string, words: readonly string[]): Pick<FoundInGuide, 'before' | 'match' | 'after'> {
  const lower = plain.toLowerCase()
  const places = words
    .map((word) => ({ at: lower.indexOf(word), length: word.length }))
    .filter(({ at }) => at >= 0)
  const [match] = places.sort((a, b) => b.length - a.length)
  const { at, length } = match ?? { at: 0, length: 0 }
  const from = at <= most ? 0 : plain.lastIndexOf(' ', at - most) + 1
  const end = at + length + most >= plain.length ? plain.length : plain.indexOf(' ', at + length + most)
  const to = end < 0 ? plain.length : end
  return {
    before: `${from > 0 ? '… ' : ''}${plain.slice(from, at)}`,
    match: plain.slice(at, at + length),
    after: `${plain.slice(at + length, to)}${to < plain.length ? ' …' : ''}`,
  }
}

const most = 60

const plainOf = (written: string): string =>
  readInline(written)
    .map(({ text }) => text)
    .join('')

function textsOf(block: Block): readonly string[] {
  if (typeof block === 'string') return [block]
  switch (block.kind) {
    case 'heading':
    case 'warning':
      return [block.text]
    case 'code':
      return block.text.split('\n')
    case 'list':
    case 'steps':
      return block.items
    case 'table':
      return block.rows.map((row) => row.join(' · '))
    case 'picture':
      return []
  }
}
