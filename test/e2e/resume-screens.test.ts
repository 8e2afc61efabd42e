import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAt } from './support/look-at.ts'
import { lookNames, looks, sizes } from './support/looks.ts'
import { openBrowser } from './support/page-alone.ts'
import { resumeScreens } from './support/resume-screens.ts'

// The page alone, with a main that the test plays: the app itself is in resume.test.ts.

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(lookNames)('in the %s theme', (look) => {
  test.each(resumeScreens)('nothing is wrong with the screen $name', async (screen) => {
    const name = `${screen.name}-${look}`
    expect(await lookAt(browser, screen, { ...sizes.small, ...looks[look] }, name)).toEqual([])
  })
})

describe('in a large window', () => {
  test.each(resumeScreens)('nothing is wrong with the screen $name', async (screen) => {
    const name = `${screen.name}-large`
    expect(await lookAt(browser, screen, { ...sizes.large, ...looks.light }, name)).toEqual([])
  })
})

describe('magnified to 200 %', () => {
  test.each(resumeScreens)('nothing is wrong with the screen $name', async (screen) => {
    const name = `${screen.name}-magnified`
    expect(await lookAt(browser, screen, { width: 500, height: 340, ...looks.light }, name)).toEqual([])
  })
})
