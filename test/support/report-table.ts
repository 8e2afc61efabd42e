/** The cells of each row of the table under a heading of a report, as text. */
export function tableUnder(page: string, heading: string): readonly (readonly string[])[] {
  const [, section = ''] = page.split(`<h2>${heading}</h2>`)
  const [body = ''] = section.split('</tbody>')
  return [...(body.split('<tbody>')[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td.*?>(.*?)<\/td>/gs)].map(([, cell = '']) => plain(cell)),
  )
}

/** Markup without its tags, as it is read. */
export const plain = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .trim()
