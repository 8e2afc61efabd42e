import { type Block, type Chapter, chapterIds } from '../../src/shared/guide/chapter.ts'
import { guide } from '../../src/shared/guide/guide.ts'
import { type Inline, readInline } from '../../src/shared/guide/inline.ts'
import { links } from '../../src/shared/links.ts'
import { guideText } from '../../src/shared/text/guide.ts'

const words = guideText
const made = '<!-- Written by "npm run guide" from src/shared/text/en/guide: change it there. -->'

/** The files of docs/guide: name and content. */
export function guideFiles(): ReadonlyMap<string, string> {
  return new Map([['README.md', index()], ...guide.map((chapter) => [file(chapter), page(chapter)] as const)])
}

const file = ({ id }: Pick<Chapter, 'id'>): string =>
  `${String(chapterIds.indexOf(id) + 1).padStart(2, '0')}-${id}.md`

function index(): string {
  const contents = guide.map((chapter, at) => `${at + 1}. [${chapter.title}](${file(chapter)})`)
  return joined([made, `# ${words.title}`, line(words.index), contents.join('\n')])
}

function page(chapter: Chapter): string {
  const at = guide.indexOf(chapter)
  const [before, after] = [guide[at - 1], guide[at + 1]]
  const ways = [
    before && `[${words.previous(before.title)}](${file(before)})`,
    `[${words.contents}](README.md)`,
    after && `[${words.next(after.title)}](${file(after)})`,
  ]
  return joined([
    made,
    `# ${chapter.title}`,
    ...chapter.blocks.map(block),
    '---',
    ways.filter((way) => way !== undefined).join(' · '),
  ])
}

const joined = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`

function block(of: Block): string {
  if (typeof of === 'string') return line(of)
  switch (of.kind) {
    case 'heading':
      return `## ${line(of.text)}`
    case 'warning':
      return `> **Note:** ${line(of.text)}`
    case 'list':
      return of.items.map((item) => `- ${line(item)}`).join('\n')
    case 'steps':
      return of.items.map((item, at) => `${at + 1}. ${line(item)}`).join('\n')
    case 'code':
      return `\`\`\`\n${of.text}\n\`\`\``
    case 'table':
      return [of.columns, of.columns.map(() => '---'), ...of.rows]
        .map((cells) => `| ${cells.map((cell) => line(cell).replaceAll('|', '\\|')).join(' | ')} |`)
        .join('\n')
    case 'picture':
      return `![${of.shows}](pictures/${of.name}.png)`
  }
}

const line = (written: string): string => readInline(written).map(inline).join('')

function inline(piece: Inline): string {
  switch (piece.kind) {
    case 'plain':
      return piece.text.replaceAll(/[\\<>*_]/g, '\\$&')
    case 'strong':
      return `**${piece.text}**`
    case 'code':
      return `\`${piece.text}\``
    case 'chapter':
      return `[${piece.text}](${file({ id: piece.chapter })})`
    case 'link':
      return `[${piece.text}](${links[piece.link]})`
  }
}
