import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { loadedAtFirst, mostLoadedAtFirst } from '../support/loaded-at-first.ts'
import { lookNames, looks, sizes } from './support/looks.ts'
import { openBrowser, openPageAlone } from './support/page-alone.ts'
import { mainWith, signedOut } from './support/scripted-mains.ts'
import { servedPage } from './support/served-page.ts'

const built = resolve('out/renderer')

describe('what the window loads before its first content', () => {
  test(`is at most ${mostLoadedAtFirst} kB`, () => {
    expect(loadedAtFirst(built)).toBeLessThanOrEqual(mostLoadedAtFirst)
  })

  test('has its name and its frame in it, and the words of no other page, dialog or run', () => {
    const index = readFileSync(resolve(built, 'index.html'), 'utf8')
    const [, script = ''] = /<script type="module" crossorigin src="(\.\/[^"]+)"/.exec(index) ?? []
    const code = readFileSync(resolve(built, script), 'utf8')
    const has = (words: string): boolean => code.includes(words.slice(0, 40))
    const { window, site, run, signIn, readiness } = text
    expect([window.frame.skipToMain, window.session.signIn].filter((words) => !has(words))).toEqual([])
    const later = [
      window.history.report.lead,
      window.settings.lead,
      window.phones.empty.lead,
      window.addPorts.lead,
      site.triage.lead,
      run.notChosen,
      signIn.network.offline().message,
      readiness.tenant.rights.ready(),
    ]
    expect(later.filter(has)).toEqual([])
  })
})

describe('what is seen before any script has run', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each(
    lookNames.flatMap((look) =>
      [sizes.small, { width: 500, height: 400 }].map((size) => ({ look, ...size })),
    ),
  )('is the header of the window, to the pixel, $look and $width wide', async ({ look, width, height }) => {
    const { colorScheme, forcedColors } = looks[look]
    const clip = { x: 0, y: 0, width: 260, height: 52 }
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width, height },
      ...{ colorScheme, forcedColors },
    })
    const still = await context.newPage()
    await still.goto(await servedPage(built))
    const before = await still.screenshot({ clip })
    await context.close()

    // Nothing is answered: what else the header has is not there yet.
    const never = new Promise<never>(() => {})
    const alone = await openPageAlone(
      browser,
      { ...mainWith(signedOut), 'session:get': () => never },
      { width, height, colorScheme, forcedColors },
    )
    await alone.page.getByRole('banner').waitFor()
    const after = await alone.page.screenshot({ clip })
    await alone.close()

    expect(after.equals(before)).toBe(true)
  })
})
