import { harmless } from '../text/harmless.ts'

/** HTML that may stand as it is. Only `html` makes it, so nothing gets into a page without being escaped. */
export type Markup = { readonly markup: string }

type Content = string | number | Markup | readonly Markup[]

/** HTML with contents between its parts: every text is escaped, whoever wrote it. Contents are never inside a tag. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const pieces = parts.flatMap((part, index) => {
    const content = contents[index]
    return content === undefined ? [part] : [part, inserted(content)]
  })
  return { markup: pieces.join('') }
}

function inserted(content: Content): string {
  if (typeof content === 'number') return String(content)
  if (typeof content === 'string') return escaped(content)
  return 'markup' in content ? content.markup : content.map(({ markup }) => markup).join('')
}

/** Also without what would turn the direction of the words around it, and with nothing that is no character. */
const escaped = (words: string): string =>
  harmless(words.toWellFormed()).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
