import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../electron-host/chromium.ts'
import { startHost } from '../../electron-host/host-process.ts'
import { holdStill } from './hold-still.ts'
import type { Launch, Launched } from './launch-app.ts'
import { patienceMs } from './patience.ts'

/** On the stand-in: main in a process of its own, its window a page of a headless browser. */
export async function launchInBrowser(launch: Launch): Promise<Launched> {
  const {
    displays,
    appFolder,
    args,
    packaged = false,
    colorScheme,
    forcedColors,
    viewport,
    scratch,
    env,
  } = launch
  const browser = await findChromium()
  if (!browser) throw new Error('There is no Chromium, Chrome or Edge: name one in E2E_CHROMIUM')
  const profile = join(scratch, 'browser')
  await mkdir(profile)

  const host = await startHost(
    {
      appFolder,
      args,
      packaged,
      chromium: browser.executable,
      profile,
      headed: false,
      driven: true,
      media: { colorScheme, forcedColors },
      ...(displays && { displays }),
    },
    env,
  )
  try {
    const driver = await chromium.connectOverCDP(host.endpoint)
    const opened = Promise.withResolvers<Page>()
    const errors: string[] = []
    let isOpen = false
    await host.begin(async () => {
      // A second one is hidden: there the app prints.
      if (isOpen) return
      isOpen = true
      const page = await windowOf(driver)
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      page.setDefaultTimeout(patienceMs)
      await page.emulateMedia({ colorScheme, forcedColors })
      await holdStill(page)
      if (viewport) await page.setViewportSize(viewport)
      opened.resolve(page)
    })
    const page = await Promise.race([opened.promise, host.exited.then(endedEarly)])
    // A window begins as an empty page.
    await page.waitForURL((url) => url.protocol !== 'about:')
    return {
      host: 'browser',
      page,
      evaluate: (work, ...[arg]) => host.evaluate(String(work), arg) as Promise<never>,
      output: () => [host.output(), ...errors].join('\n'),
      kill: async () => host.kill(),
      exited: host.exited,
    }
  } catch (error) {
    host.kill()
    await host.exited
    throw error
  }
}

/** The app has one window that is seen, and the browser no page besides. */
async function windowOf(driver: Browser): Promise<Page> {
  const [context] = driver.contexts()
  if (!context) throw new Error('The browser has no default context')
  return context.pages()[0] ?? context.waitForEvent('page')
}

function endedEarly(code: number | null): never {
  throw new Error(`The app has ended before it had a window (exit code ${code})`)
}
