import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, relative, resolve } from 'node:path'
import { pageHeaders } from '../../../src/main/page/page-headers.ts'
import { listenOnLoopback } from '../../support/loopback.ts'
import { axePath, axeSource } from './axe-source.ts'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const served = new Map<string, Promise<string>>()

/**
 * The address of the page that was built into this folder, on a server of this process, with the headers that the app
 * sends. The browser may keep the files, and with them what it has compiled.
 */
export function servedPage(folder = resolve('out/renderer')): Promise<string> {
  const known = served.get(folder)
  if (known) return known
  const files = builtFiles(folder)
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    const body = pathname === emptyPath ? '<!doctype html>' : files.get(pathname)
    if (!body) return response.writeHead(404).end()
    const type = types[extname(pathname)] ?? 'application/octet-stream'
    return response
      .writeHead(200, { ...pageHeaders, 'content-type': type, 'cache-control': 'max-age=86400' })
      .end(body)
  })
  // The process that opened it ends with its tests.
  server.unref()
  const address = listenOnLoopback(server).then((port) => `http://127.0.0.1:${port}/index.html`)
  served.set(folder, address)
  return address
}

/** A page of the same server without anything in it: whoever leaves for it stays in the same process of the browser. */
export const emptyPage = async (): Promise<string> => new URL(emptyPath, await servedPage()).href

const emptyPath = '/empty.html'

/** The built page, read once: a build that goes on meanwhile changes nothing under a test. And axe beside it. */
function builtFiles(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map([
    ...entries.map(({ parentPath, name }): readonly [string, Buffer] => {
      const file = join(parentPath, name)
      return [`/${relative(folder, file).replaceAll('\\', '/')}`, readFileSync(file)]
    }),
    [axePath, Buffer.from(axeSource)],
  ])
}
