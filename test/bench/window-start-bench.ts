import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openPageAlone } from '../e2e/support/page-alone.ts'
import { mainWith, simulated } from '../e2e/support/scripted-mains.ts'
import { loadedAtFirst, mostLoadedAtFirst } from '../support/loaded-at-first.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

const look = { width: 1600, height: 1000 }

/** The window beside a page without a script in the same engine, in turns, and what it loads for it. */
export async function benchStart(browser: Browser, built: string): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'static-page-'))
  try {
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>A page</title><h1>A page</h1>')
    const starts: { readonly page: Start; readonly window: Start }[] = []
    for (let turn = 0; turn < 9; turn++)
      starts.push({ page: await start(browser, folder), window: await start(browser, built) })
    const middle = (figure: (one: (typeof starts)[number]) => number): number =>
      rounded(median(starts.map(figure)))
    return [
      {
        name: 'window: loaded before first content, gzip',
        value: loadedAtFirst(built),
        unit: 'kB',
        limit: mostLoadedAtFirst,
      },
      {
        name: 'window: start to first content',
        value: middle(({ window }) => window.first),
        unit: 'ms',
        limit: null,
      },
      { name: 'the same of a static page', value: middle(({ page }) => page.first), unit: 'ms', limit: null },
      {
        name: 'window: the one over the other',
        value: middle(({ window, page }) => window.first / page.first),
        unit: 'times',
        limit: 2,
      },
      {
        name: 'window: start to its page, over the same',
        value: middle(({ window, page }) => window.page / page.first),
        unit: 'times',
        limit: null,
      },
    ]
  } finally {
    await removeFolder(folder)
  }
}

type Start = { readonly first: number; readonly page: number }

/**
 * From the navigation to the first content, the browser's own word for it, and to the largest: the page that is shown, with
 * all that main has answered for it.
 */
async function start(browser: Browser, built: string): Promise<Start> {
  const alone = await openPageAlone(browser, mainWith(simulated), look, built)
  await alone.page.getByRole('heading', { level: 1 }).waitFor()
  const started = await alone.page.evaluate(paints)
  await alone.close()
  return started
}

/** Runs in the page. */
async function paints(): Promise<Start> {
  const timeOf = (type: string): Promise<number> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const last = list.getEntries().findLast(({ name }) => name !== 'first-paint')
        if (last) resolve(last.startTime)
      }).observe({ type, buffered: true })
    })
  return { first: await timeOf('paint'), page: await timeOf('largest-contentful-paint') }
}

type Opening = { readonly name: string; readonly selector?: string; readonly key?: string }

/** What is opened for the first time in a window that has been idle: by a click on this, or by this key. */
const openings: readonly Opening[] = [
  { name: 'Phones', selector: 'nav li:nth-child(1) button' },
  { name: 'History', selector: 'nav li:nth-child(3) button' },
  { name: 'Settings', selector: 'nav li:nth-child(4) button' },
  { name: 'Help', selector: 'nav li:nth-child(5) button' },
  { name: 'a dialog', key: '?' },
]

/**
 * The opening of what isn't loaded with the window. Each is opened once in each window: the second time is no news. What the
 * page's thread takes of the processor's time until it is painted: a busy computer changes that little.
 */
export async function benchOpening(browser: Browser, built: string): Promise<readonly Figure[]> {
  const times = openings.map((): number[] => [])
  for (let turn = 0; turn < 7; turn++) {
    const alone = await openPageAlone(browser, mainWith(simulated), look, built)
    await alone.page.getByRole('heading', { level: 1 }).waitFor()
    await alone.page.waitForFunction(isPreloaded)
    const devTools = await alone.page.context().newCDPSession(alone.page)
    await devTools.send('Performance.enable')
    const threadMs = async (): Promise<number> => {
      const { metrics } = await devTools.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000
    }
    for (const [index, opening] of openings.entries()) {
      const before = await threadMs()
      await alone.page.evaluate(openToPaint, opening)
      times[index]?.push((await threadMs()) - before)
    }
    await alone.close()
  }
  return openings.map(({ name }, index) => ({
    name: `window: ${name} opened to paint`,
    value: rounded(median(times[index] ?? [])),
    unit: 'ms of CPU',
    limit: 50,
  }))
}

/** Runs in the page: whether the last of what is loaded when the window is idle has come. */
const isPreloaded = (): boolean =>
  performance
    .getEntriesByType('resource')
    .some((entry) => entry.name.includes('/site-part-') && entry.duration > 0)

/** Runs in the page. Within a frame, which then shows it, unless it takes more than that. */
const openToPaint = ({ selector, key = '' }: Opening): Promise<void> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const title = (): string | null | undefined => document.querySelector('h1')?.textContent
      const before = title()
      const isOpen = (): boolean =>
        !document.querySelector('[data-loading]') &&
        (selector === undefined ? document.querySelector('dialog[open]') !== null : title() !== before)
      if (selector !== undefined) document.querySelector<HTMLElement>(selector)?.click()
      else document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => (isOpen() ? resolve() : port2.postMessage(undefined))
      port2.postMessage(undefined)
    }),
  )

const rounded = (value: number): number => Math.round(value * 10) / 10
