import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve } from 'node:path'
import { appOrigin, originOf } from './app-origin.ts'
import { pageHeaders } from './page-headers.ts'

/** Answers a request of the app's own scheme from the folder of the built page, and from nowhere else. */
export async function answerFrom(folder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return refusal(405)
  const file = pageFile(folder, request.url)
  if (!file) return refusal(404)
  try {
    return new Response(await readFile(file.path), { headers: { ...pageHeaders, 'content-type': file.type } })
  } catch {
    return refusal(404)
  }
}

/** The file that an address of the app stands for; undefined for every address that is none of its own. */
export function pageFile(
  folder: string,
  address: string,
): { readonly path: string; readonly type: string } | undefined {
  if (originOf(address) !== appOrigin) return undefined
  const name = decoded(new URL(address).pathname)
  // Escaped separators survive the URL parser and turn into path separators only here.
  if (name === undefined || /[\\\0]/.test(name)) return undefined
  const path = resolve(folder, `.${name}`)
  const inside = relative(folder, path)
  const type = types[extname(path)]
  if (!type || inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined
  return { path, type }
}

/** What a build consists of. A file of another kind has no business in the page. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

const refusal = (status: number): Response => new Response(null, { status, headers: pageHeaders })
