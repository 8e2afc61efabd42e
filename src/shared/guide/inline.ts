import { type LinkId, links } from '../links.ts'
import { type ChapterId, chapterIds } from './chapter.ts'

/** A piece of a text of the guide. */
export type Inline =
  | { readonly kind: 'plain' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'chapter'; readonly text: string; readonly chapter: ChapterId }
  | { readonly kind: 'link'; readonly text: string; readonly link: LinkId }

/**
 * Reads the marks in a text of the guide: `**strong**`, backticks for what is typed or read letter by letter,
 * and `[text](target)`, where the target is a chapter or the name of a link. Throws on another target.
 */
export function readInline(text: string): readonly Inline[] {
  return text
    .split(marks)
    .filter((piece) => piece !== '')
    .map(readPiece)
}

const marks = /(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/

function readPiece(piece: string): Inline {
  if (piece.startsWith('**') && piece.length > 4) return { kind: 'strong', text: piece.slice(2, -2) }
  if (piece.startsWith('`') && piece.length > 2) return { kind: 'code', text: piece.slice(1, -1) }
  const [, text, target] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece) ?? []
  return text === undefined || target === undefined
    ? { kind: 'plain', text: piece }
    : readTarget(text, target)
}

function readTarget(text: string, target: string): Inline {
  const chapter = chapterIds.find((id) => id === target)
  if (chapter) return { kind: 'chapter', text, chapter }
  if (Object.hasOwn(links, target)) return { kind: 'link', text, link: target as LinkId }
  throw new RangeError(`The guide has no link target ${JSON.stringify(target)}`)
}
