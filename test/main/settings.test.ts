import { describe, expect, test, vi } from 'vitest'
import type { Policy } from '../../src/main/policy/policy.ts'
import { createSettings } from '../../src/main/settings.ts'
import type { SettingsStore, Stored } from '../../src/main/settings-store.ts'
import { text } from '../../src/shared/text/index.ts'

function settingsOver(stored: Stored = {}, more: Partial<SettingsStore> = {}, policy?: Policy) {
  let kept: Record<string, unknown> = { ...stored }
  const changed = vi.fn()
  const store: SettingsStore = {
    stored: () => kept as Stored,
    keep(change) {
      kept = Object.fromEntries(Object.entries({ ...kept, ...change }).filter(([, value]) => value != null))
      return undefined
    },
    troubles: [],
    ...more,
  }
  return { settings: createSettings(store, changed, policy), changed, kept: () => kept }
}

test('without a file everything is as it comes', () => {
  const { settings } = settingsOver()

  expect(settings.shown()).toEqual({
    theme: 'system',
    fullNamesInLog: false,
    updates: 'tell',
    managed: [],
    troubles: [],
  })
  expect(settings.windowPlace()).toBeUndefined()
  expect(settings.tenantToSignInTo()).toBeUndefined()
})

test('a change changes what it names, is kept, and told', () => {
  const { settings, changed, kept } = settingsOver({ theme: 'dark', region: 'EMEA' })
  const answer = settings.change({ tenant: 'contoso.com ', region: null })

  const shown = {
    tenant: 'contoso.com',
    theme: 'dark',
    fullNamesInLog: false,
    updates: 'tell',
    managed: [],
    troubles: [],
  }
  expect(answer).toEqual({ ok: true, value: shown })
  expect(changed).toHaveBeenCalledExactlyOnceWith(shown)
  expect(kept()).toEqual({ tenant: 'contoso.com', theme: 'dark' })
  expect(settings.tenantToSignInTo()).toBe('contoso.com')
})

test('an empty text is none', () => {
  const { settings, kept } = settingsOver({ clientId: '12128f48-ec9e-42f0-b203-ea49fb6af367' })
  settings.change({ clientId: ' ' })

  expect(kept()).toEqual({})
})

test.each([
  [{ clientId: 'contoso.com' }, text.main.settings.notAClientId('contoso.com')],
  [
    { clientId: '00000000-0000-0000-0000-000000000000' },
    text.main.settings.notAClientId('00000000-0000-0000-0000-000000000000'),
  ],
  [{ tenant: 'organizations' }, text.signIn.particular.notATenant('organizations')],
  [{ tenant: 'https://contoso.com' }, text.signIn.particular.notATenant('https://contoso.com')],
])('%j is refused in words, and nothing is changed', (change, words) => {
  const { settings, changed, kept } = settingsOver()

  expect(settings.change({ theme: 'dark', ...change })).toMatchObject({
    ok: false,
    failure: { kind: 'settings', ...words },
  })
  expect(kept()).toEqual({})
  expect(changed).not.toHaveBeenCalled()
})

test('what could not be read or written is told, each thing once', () => {
  const { settings, changed } = settingsOver(
    {},
    { troubles: ['Put aside.'], keep: () => 'The disk is full.' },
  )
  settings.rememberFolder('/a')
  settings.rememberFolder('/b')
  settings.trouble('Put aside.')

  expect(settings.shown().troubles).toEqual(['Put aside.', 'The disk is full.'])
  expect(changed).toHaveBeenCalledOnce()
})

test('tenants keep their names, one by one', () => {
  const { settings } = settingsOver()
  settings.rememberTenant('a', { name: 'A', domain: 'a.example' })
  settings.rememberTenant('b', { name: 'B' })

  expect(settings.tenantNames('a')).toEqual({ name: 'A', domain: 'a.example' })
  expect(settings.tenantNames('b')).toEqual({ name: 'B' })
})

test('who was signed in last is forgotten on request', () => {
  const { settings, kept } = settingsOver()
  settings.rememberAccount('oslo')
  expect(settings.lastAccount()).toBe('oslo')
  settings.rememberAccount(undefined)

  expect(kept()).toEqual({})
})

describe('what the organisation sets', () => {
  const policy: Policy = { tenant: 'contoso.com', updates: 'off', troubles: ['A policy could not be read.'] }
  const own = { tenant: 'fabrikam.com', updates: 'tell', region: 'EMEA' } as const

  test('counts before what the operator has chosen, and is named', () => {
    const { settings } = settingsOver(own, {}, policy)

    expect(settings.shown()).toMatchObject({
      tenant: 'contoso.com',
      updates: 'off',
      region: 'EMEA',
      managed: ['tenant', 'updates'],
      troubles: ['A policy could not be read.'],
    })
    expect(settings.tenantToSignInTo()).toBe('contoso.com')
  })

  test('cannot be changed here, and nothing else is changed along with it', () => {
    const { settings, kept, changed } = settingsOver(own, {}, policy)

    expect(settings.change({ tenant: null, theme: 'dark' })).toMatchObject({
      ok: false,
      failure: { kind: 'settings', ...text.main.settings.managed },
    })
    expect(kept()).toEqual(own)
    expect(changed).not.toHaveBeenCalled()
    expect(settings.change({ theme: 'dark' }).ok).toBe(true)
  })

  test('leaves the own choice on disk, for the day when the policy goes', () => {
    const { settings, kept } = settingsOver(own, {}, policy)
    settings.change({ theme: 'dark' })

    expect(kept()).toEqual({ ...own, theme: 'dark' })
  })

  test.each(['on', 'tell'] as const)('may be that updates are looked for (%s)', (updates) => {
    const { settings } = settingsOver({ updates: 'off' }, {}, { updates, troubles: [] })

    expect(settings.shown()).toMatchObject({ updates: 'tell', managed: ['updates'] })
  })
})
