import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { pageHeaders } from '../../../src/main/page/page-headers.ts'
import type { Answer, InvokeChannel, PushChannel, PushContract, Request } from '../../../src/shared/ipc.ts'
import { fail } from '../../../src/shared/result.ts'
import { findChromium } from '../../electron-host/chromium.ts'
import { holdStill } from './hold-still.ts'
import { patienceMs } from './patience.ts'

/** What main would answer; a channel without an answer fails. */
export type ScriptedMain = {
  readonly [Channel in InvokeChannel]?: (
    request: Request<Channel>,
  ) => Answer<Channel> | Promise<Answer<Channel>>
}

/** The built page in a browser, without the app around it: its bridge is answered by the test. */
export type PageAlone = {
  readonly page: Page
  push<Channel extends PushChannel>(channel: Channel, pushed: PushContract[Channel]): Promise<void>
  close(): Promise<void>
}

export type PageLook = {
  readonly width: number
  readonly height: number
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'none' | 'active'
}

const origin = 'https://bulk-sign-in.test'
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** The browser that npm brings, or one of this computer. */
export async function openBrowser(): Promise<Browser> {
  const found = await findChromium()
  if (!found) throw new Error('No Chromium was found. Name one in E2E_CHROMIUM.')
  return chromium.launch({
    ignoreDefaultArgs: ['--hide-scrollbars'],
    executablePath: found.executable,
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'],
  })
}

/** Opens the page as the app would serve it, content security policy and all. */
export async function openPageAlone(
  browser: Browser,
  main: ScriptedMain,
  look: PageLook,
  folder = resolve('out/renderer'),
): Promise<PageAlone> {
  const { width, height, ...media } = look
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...media,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const files = builtFiles(folder)
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const body = files.get(pathname)
    if (!body) return route.abort()
    const type = types[extname(pathname)] ?? 'application/octet-stream'
    await route.fulfill({ body, headers: { ...pageHeaders, 'content-type': type } })
  })
  await page.exposeBinding('askTest', async (_, channel: InvokeChannel, request) => {
    const answer = main[channel] as ((request: unknown) => unknown) | undefined
    return answer
      ? await answer(request)
      : fail({ kind: 'unexpected', message: `The test answers nothing on ${channel}.` })
  })
  await page.addInitScript(() => {
    type Listener = (pushed: unknown) => void
    const listeners: { channel: string; listener: Listener }[] = []
    const world = globalThis as unknown as Record<string, unknown> & {
      askTest(channel: string, request: unknown): Promise<unknown>
    }
    world['bulkSignIn'] = {
      invoke: (channel: string, request: unknown) => world.askTest(channel, request),
      on(channel: string, listener: Listener) {
        const entry = { channel, listener }
        listeners.push(entry)
        return () => listeners.splice(listeners.indexOf(entry), 1)
      },
    }
    world['pushFromTest'] = (channel: string, pushed: unknown) => {
      for (const entry of listeners) if (entry.channel === channel) entry.listener(pushed)
    }
  })
  await holdStill(page)
  await page.goto(`${origin}/index.html`)
  return {
    page,
    async push(channel, pushed) {
      await page.evaluate(
        ([name, what]) =>
          (globalThis as never as { pushFromTest(...args: unknown[]): void }).pushFromTest(name, what),
        [channel, pushed] as const,
      )
    },
    close: () => context.close(),
  }
}

const builds = new Map<string, ReadonlyMap<string, Buffer>>()

/** The built page, read once: a build that goes on meanwhile changes nothing under a test. */
function builtFiles(folder: string): ReadonlyMap<string, Buffer> {
  const known = builds.get(folder)
  if (known) return known
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const files = new Map(
    entries.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [`/${relative(folder, file).replaceAll('\\', '/')}`, readFileSync(file)]
    }),
  )
  builds.set(folder, files)
  return files
}
