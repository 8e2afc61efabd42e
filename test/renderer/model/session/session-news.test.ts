import { describe, expect, test } from 'vitest'
import { sessionNews } from '../../../../src/renderer/src/model/session/session-news.ts'
import type { SignInFailure } from '../../../../src/shared/auth/sign-in-failure.ts'
import type { SessionState } from '../../../../src/shared/session.ts'
import { text } from '../../../../src/shared/text/index.ts'

const { session: words } = text.window
const at = '2026-11-21T09:04:12.000Z'
const failure: SignInFailure = { kind: 'blocked', message: 'A policy forbids it.', remedy: 'Ask.', at }
const nobody: SessionState = { kind: 'signed-out', accounts: [] }
const browser: SessionState = { kind: 'signing-in', accounts: [], way: 'browser' }
const asking: SessionState = { kind: 'signing-in', accounts: [], way: 'device-code' }
const code = { userCode: 'F7K2', verificationUri: 'https://microsoft.com/devicelogin', expiresAt: 1 }
const there = {
  kind: 'signed-in',
  accounts: [],
  tenant: { id: 'c0', name: 'Contoso', simulated: false },
  operator: { username: 'admin@contoso.com' },
  accountId: 'a',
  storage: 'encrypted',
} as const satisfies SessionState
const needy: SessionState = { ...there, renewal: failure }

const news = (before: SessionState | undefined, after: SessionState, isWatching = false) =>
  sessionNews(before, after, isWatching)

describe('what a screen reader is told of the session', () => {
  test('nothing of what is there when the window opens', () => {
    expect(news(undefined, needy, true)).toBeUndefined()
    expect(news(undefined, { ...nobody, failure })).toBeUndefined()
  })

  test('what is to be done while signing in, once', () => {
    expect(news(nobody, browser)).toBe(words.waiting.browser)
    expect(news(browser, { ...browser })).toBeUndefined()
    expect(news(browser, asking)).toBe(words.waiting.askingForCode)
    expect(news(asking, { ...asking, code })).toBe(words.waiting.spoken('F7K2', code.verificationUri))
    expect(news({ ...asking, code }, { ...asking, code: { ...code } })).toBeUndefined()
  })

  test('who is signed in to which tenant, but not that the tenant has told its name', () => {
    expect(news(browser, there)).toBe(words.spoken.signedIn('admin@contoso.com', 'Contoso'))
    expect(news(there, { ...there, tenant: { ...there.tenant, name: 'Contoso Ltd' } })).toBeUndefined()
    expect(news(there, nobody)).toBe(words.spoken.signedOut)
  })

  test('why signing in failed, once', () => {
    expect(news(browser, { ...nobody, failure })).toBe('A policy forbids it. Ask.')
    expect(news({ ...nobody, failure }, { ...nobody, failure: { ...failure } })).toBeUndefined()
  })

  test('that a cancelled sign-in has ended', () => {
    expect(news(browser, nobody)).toBe(words.spoken.notSignedIn)
  })

  test('that watching pauses, and that it goes on', () => {
    expect(news(there, needy, true)).toContain(words.renewal.watching)
    expect(news(there, needy)).toContain(words.renewal.idle)
    expect(news({ ...needy, signingIn: browser }, there, true)).toBe(words.renewal.goesOn)
    expect(news({ ...needy, signingIn: browser }, there)).toBe(words.renewal.done)
    expect(news({ ...needy, signingIn: browser }, needy, true)).toBe(words.spoken.notSignedIn)
  })
})
