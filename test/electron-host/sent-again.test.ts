import { createServer, type Server } from 'node:http'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeServer, listenOnLoopback } from '../support/loopback.ts'
import { fates, postCounter } from '../support/post-counter.ts'
import { findChromium } from './chromium.ts'

// Why `electronFetch` gives each POST a connection of its own, and why the service's leave in chunks: a page of the
// same engine, whose POSTs are not, shows what Chromium does by itself.
describe('a POST, by Chromium itself', () => {
  let pages: Server
  let page: string
  let browser: Browser

  beforeAll(async () => {
    pages = createServer((_, response) => void response.end('A page.'))
    page = `http://127.0.0.1:${await listenOnLoopback(pages)}`
    const found = await findChromium()
    browser = await chromium.launch({
      ...(found && { executablePath: found.executable }),
      args: ['--no-sandbox'],
    })
  })
  afterAll(async () => {
    await browser.close()
    await closeServer(pages)
  })

  /** How often it reached the service whole. */
  const timesSent = async (fate: string, isUsed: boolean): Promise<number> => {
    const { baseUrl, whole, close } = await postCounter(fates[fate] ?? expect.fail())
    const context = await browser.newContext()
    const tab = await context.newPage()
    await tab.goto(page)
    await tab.evaluate(
      async ([address, isWarm]) => {
        const ask = async (method: string): Promise<void> => {
          const init: RequestInit = method === 'POST' ? { method, body: '[]' } : { method }
          const sent = fetch(address, { ...init, redirect: 'manual', credentials: 'omit', mode: 'cors' })
          await sent.then((response) => response.text()).catch(() => undefined)
        }
        if (isWarm) await ask('GET')
        await ask('POST')
      },
      [baseUrl, isUsed] as const,
    )
    await context.close()
    await close()
    return whole.length
  }

  const once = Object.fromEntries(Object.keys(fates).map((fate) => [fate, 1]))

  test.each([
    ['of its own, leaves again after a 421', false, { ...once, 421: 2 }],
    [
      'that was used before, leaves again after a 408 and an end without an answer, too',
      true,
      { ...once, 421: 2, 408: 2, 'a reset': 2, 'an end without an answer': 2 },
    ],
  ])('on a connection %s', async (_, isUsed, times) => {
    const counted: Record<string, number> = {}
    for (const fate of Object.keys(fates)) counted[fate] = await timesSent(fate, isUsed)
    expect(counted).toEqual(times)
  })
})
