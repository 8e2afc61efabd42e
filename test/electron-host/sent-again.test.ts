import { createServer, type RequestListener, type Server } from 'node:http'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeServer, listenOnLoopback } from '../support/loopback.ts'
import { findChromium } from './chromium.ts'

// Why `electronFetch` gives each POST a connection of its own.
describe('a POST whose connection breaks without an answer', () => {
  const posts: string[] = []
  const servers: Server[] = []
  let page: string
  let service: string
  let browser: Browser

  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener)
    servers.push(server)
    return `http://127.0.0.1:${await listenOnLoopback(server)}`
  }

  beforeAll(async () => {
    page = await serve((_, response) => void response.end('A page.'))
    service = await serve((request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*')
      if (request.method !== 'POST') return void response.end('{}')
      request.resume().on('end', () => {
        posts.push(request.url ?? '')
        if (posts.length === 1) request.socket.destroy()
        else response.end('{}')
      })
    })
    const found = await findChromium()
    browser = await chromium.launch({
      ...(found && { executablePath: found.executable }),
      args: ['--no-sandbox'],
    })
  })
  afterAll(async () => {
    await browser.close()
    for (const server of servers) await closeServer(server)
  })

  test.each([
    ['again on a connection that was used before', true, 2],
    ['once on one of its own', false, 1],
  ])('is sent %s, by Chromium itself', async (_, isUsed, times) => {
    posts.length = 0
    const context = await browser.newContext()
    const tab = await context.newPage()
    await tab.goto(page)
    await tab.evaluate(
      async ([address, isWarm]) => {
        if (isWarm) await (await fetch(address)).text()
        await fetch(address, { method: 'POST', body: '[]' }).catch(() => undefined)
      },
      [service, isUsed] as const,
    )
    expect(posts).toHaveLength(times)
    await context.close()
  })
})
