import type { DirectoryUser } from './directory.ts'

/** Somebody before a browser. */
export type Person = {
  /** The `openBrowser` of the app: comes back at once, like the system's, while the page is still shown. */
  readonly open: (url: string) => Promise<void>
  /** The addresses that were opened. */
  readonly opened: readonly string[]
  /** The last page that each visit ended on. */
  readonly pages: () => Promise<readonly string[]>
}

/** Signs in as the user, by whose session the browser is known, and goes wherever the pages lead. */
export function person(user: DirectoryUser): Person {
  const opened: string[] = []
  const visits: Promise<string>[] = []
  return {
    opened,
    async open(url) {
      opened.push(url)
      visits.push(visit(url, user))
    },
    pages: () => Promise.all(visits),
  }
}

/** Opens the page and does nothing more: the coffee machine called. */
export function absentPerson(): Person {
  const opened: string[] = []
  return {
    opened,
    async open(url) {
      opened.push(url)
    },
    pages: async () => [],
  }
}

async function visit(url: string, user: DirectoryUser): Promise<string> {
  const page = await fetch(url, { headers: { Cookie: `signed-in-as=${user.username}` } })
  const html = await page.text()
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1]
  if (action === undefined) return html
  const fields = new URLSearchParams(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']): [string, string] => [name, unescaped(value)],
    ),
  )
  const answer = await fetch(unescaped(action), { method: 'POST', body: fields })
  return answer.text()
}

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
