import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAt } from './support/look-at.ts'
import { lookNames, looks, sizes } from './support/looks.ts'
import { openBrowser, type PageLook } from './support/page-alone.ts'
import type { Screen } from './support/screens.ts'
import { signInScreens } from './support/sign-in-screens.ts'

// The page alone, with a main that the test plays: how signing in goes with the whole app and a local authority
// is in sign-in.test.ts.

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const look = (screen: Screen, look: PageLook, name: string) =>
  lookAt(browser, screen, look, `sign-in-${screen.name}-${name}`)

describe.each(lookNames)('in the %s theme', (theme) => {
  test.each(signInScreens)('nothing is wrong with the screen $name', async (screen) => {
    expect(await look(screen, { ...sizes.small, ...looks[theme] }, theme)).toEqual([])
  })
})

// Those whose layout depends most on the room there is.
const wideAndNarrow = ['accounts', 'code', 'blocked', 'long-tenant', 'long-menu', 'renewal-code', 'denied']
const sized = signInScreens.filter(({ name }) => wideAndNarrow.includes(name) || name.startsWith('settings'))

describe('in a large window', () => {
  test.each(sized)('nothing is wrong with the screen $name', async (screen) => {
    expect(await look(screen, { ...sizes.large, ...looks.light }, 'large')).toEqual([])
  })
})

describe('magnified to 200 %', () => {
  test.each(sized)('nothing is wrong with the screen $name', async (screen) => {
    expect(await look(screen, { width: 500, height: 340, ...looks.light }, 'magnified')).toEqual([])
  })
})
