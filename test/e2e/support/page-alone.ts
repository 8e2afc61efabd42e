import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Answer, InvokeChannel, PushChannel, PushContract, Request } from '../../../src/shared/ipc.ts'
import { fail } from '../../../src/shared/result.ts'
import { findChromium, scriptSwitches } from '../../electron-host/chromium.ts'
import { holdStill } from './hold-still.ts'
import { patienceMs } from './patience.ts'
import { emptyPage, servedPage } from './served-page.ts'

/** Main's answers. A channel without an answer fails. */
export type ScriptedMain = {
  readonly [Channel in InvokeChannel]?: (
    request: Request<Channel>,
  ) => Answer<Channel> | Promise<Answer<Channel>>
}

/** The built page in a browser, without the app around it: its bridge is answered by the test. */
export type PageAlone = {
  readonly page: Page
  push<Channel extends PushChannel>(channel: Channel, pushed: PushContract[Channel]): Promise<void>
  /** The errors that the page has reported since it was opened. */
  errors(): readonly string[]
  close(): Promise<void>
}

export type PageLook = {
  readonly width: number
  readonly height: number
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'none' | 'active'
}

/** The browser that npm brings, or one of this computer. It reaches this computer and nothing else. */
export async function openBrowser(): Promise<Browser> {
  const found = await findChromium()
  if (!found) throw new Error('No Chromium was found. Name one in E2E_CHROMIUM.')
  return chromium.launch({
    ignoreDefaultArgs: ['--hide-scrollbars'],
    executablePath: found.executable,
    args: [
      '--no-sandbox',
      '--font-render-hinting=none',
      '--disable-gpu',
      ...scriptSwitches,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

/** Opens the page as the app would serve it, content security policy and all, in a context of its own. */
export async function openPageAlone(
  browser: Browser,
  main: ScriptedMain,
  look: PageLook,
  folder?: string,
): Promise<PageAlone> {
  const frame = await openFrame(browser)
  await frame.load(main, look, folder)
  return { ...frame.shown, close: () => frame.context.close() }
}

/** A window that is opened again and again. */
export type ReopenedWindow = {
  /** Loads the page anew, as `openPageAlone` does; the one before must be closed. */
  open(main: ScriptedMain, look: PageLook): Promise<PageAlone>
  /** Has the next opening begin in a context of its own, where this one has changed what stays: the clock. */
  renew(): Promise<void>
  close(): Promise<void>
}

/**
 * A browser with one page for all openings. The page keeps nothing between them, so a new document is as good as a new
 * context, and takes a third of its time: the browser has compiled the scripts by then.
 */
export async function openWindow(folder?: string): Promise<ReopenedWindow> {
  const browser = await openBrowser()
  let frame: Frame | undefined
  return {
    async open(main, look) {
      frame ??= await openFrame(browser)
      await frame.load(main, look, folder)
      return { ...frame.shown, close: frame.leave }
    },
    async renew() {
      await frame?.context.close()
      frame = undefined
    },
    close: () => browser.close(),
  }
}

type Frame = {
  readonly shown: Omit<PageAlone, 'close'>
  readonly context: BrowserContext
  load(main: ScriptedMain, look: PageLook, folder?: string): Promise<void>
  leave(): Promise<void>
}

async function openFrame(browser: Browser): Promise<Frame> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  let answers: ScriptedMain = {}
  await page.exposeBinding('askTest', async (_, channel: InvokeChannel, request) => {
    const answer = answers[channel] as ((request: unknown) => unknown) | undefined
    return answer
      ? await answer(request)
      : fail({ kind: 'unexpected', message: `The test answers nothing on ${channel}.` })
  })
  await page.addInitScript(bridge)
  await holdStill(page)
  let errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (said) => said.type() === 'error' && errors.push(said.text()))
  return {
    shown: {
      page,
      errors: () => errors,
      async push(channel, pushed) {
        await page.evaluate(
          ([name, what]) =>
            (globalThis as never as { pushFromTest(...args: unknown[]): void }).pushFromTest(name, what),
          [channel, pushed] as const,
        )
      },
    },
    context,
    async load(main, { width, height, colorScheme = 'light', forcedColors = 'none' }, folder) {
      answers = main
      errors = []
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme, forcedColors })
      await page.goto(await servedPage(folder))
    },
    async leave() {
      await page.mouse.move(0, 0)
      await page.goto(await emptyPage())
    },
  }
}

/** Runs in the page: what the preload script gives the window. */
function bridge(): void {
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
}
