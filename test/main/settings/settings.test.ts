import { describe, expect, test, vi } from 'vitest'
import type { Policies, Policy } from '../../../src/main/policy/policy.ts'
import { createSettings } from '../../../src/main/settings/settings.ts'
import type { SettingsStore } from '../../../src/main/settings/settings-store.ts'
import type { Stored } from '../../../src/main/settings/stored.ts'
import { text } from '../../../src/shared/text/index.ts'

function settingsOver(stored: Stored = {}, more: Partial<SettingsStore> = {}, policies?: Policies) {
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
  return { settings: createSettings(store, changed, policies), changed, kept: () => kept }
}

test('without a file everything is as it comes', () => {
  const { settings } = settingsOver()

  expect(settings.shown()).toEqual({
    theme: 'system',
    fullNamesInLog: false,
    updates: 'tell',
    managed: {},
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
    managed: {},
    troubles: [],
  }
  expect(answer).toEqual({ ok: true, value: shown })
  expect(changed).toHaveBeenCalledExactlyOnceWith(shown)
  expect(kept()).toEqual({ tenant: 'contoso.com', theme: 'dark' })
  expect(settings.tenantToSignInTo()).toBe('contoso.com')
})

test('a batch size is kept, and the most that the service takes is none at all', () => {
  const { settings, kept } = settingsOver()
  expect(settings.change({ batchSize: 25 })).toMatchObject({ ok: true, value: { batchSize: 25 } })
  expect(kept()).toEqual({ batchSize: 25 })
  settings.change({ batchSize: 100 })
  expect(settings.shown()).not.toHaveProperty('batchSize')
  expect(kept()).toEqual({})
})

test('the version of the module is kept without blanks, refused where it is none, and taken away', () => {
  const { settings, kept } = settingsOver()
  expect(settings.change({ moduleVersion: ' 7.9.0 ' })).toMatchObject({ value: { moduleVersion: '7.9.0' } })
  for (const moduleVersion of ['latest', '7', '7.9-preview', '7.9.0; calc', '../7.9.0'])
    expect(settings.change({ moduleVersion }), moduleVersion).toMatchObject({
      ok: false,
      failure: text.settings.notAVersion(moduleVersion),
    })
  expect(kept()).toEqual({ moduleVersion: '7.9.0' })
  settings.change({ moduleVersion: '' })
  expect(settings.shown()).not.toHaveProperty('moduleVersion')
})

test('the columns chosen for a file are kept beside those of others, and told', () => {
  const other = { headings: ['Mail', 'Device'], columns: { username: 0, hardwareId: 1 } }
  const layout = { headings: ['UPN', 'MAC'], columns: { username: 0, hardwareId: 1 } }
  const { settings, kept } = settingsOver({ layouts: [other] })

  expect(settings.change({ layout })).toMatchObject({ ok: true, value: { layouts: [layout, other] } })
  expect(kept()).toEqual({ layouts: [layout, other] })

  expect(settings.change({ layout: null })).toMatchObject({ ok: true })
  expect(settings.shown()).not.toHaveProperty('layouts')
  expect(kept()).not.toHaveProperty('layouts')
})

test('an empty text is none', () => {
  const { settings, kept } = settingsOver({ clientId: '12128f48-ec9e-42f0-b203-ea49fb6af367' })
  settings.change({ clientId: ' ' })

  expect(kept()).toEqual({})
})

test.each([
  [{ clientId: 'contoso.com' }, text.settings.notAClientId('contoso.com')],
  [
    { clientId: '00000000-0000-0000-0000-000000000000' },
    text.settings.notAClientId('00000000-0000-0000-0000-000000000000'),
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
  const organisation: Policy = {
    tenant: 'contoso.com',
    updates: 'off',
    places: { tenant: 'HKLM', updates: 'HKCU' },
    troubles: ['A policy could not be read.'],
  }
  const policy: Policies = { organisation }
  const managed = {
    tenant: { by: 'organisation', place: 'HKLM' },
    updates: { by: 'organisation', place: 'HKCU' },
  }
  const own = { tenant: 'fabrikam.com', updates: 'tell', region: 'EMEA' } as const

  test('counts before what the operator has chosen, and is named', () => {
    const { settings } = settingsOver(own, {}, policy)

    expect(settings.shown()).toMatchObject({
      tenant: 'contoso.com',
      updates: 'off',
      region: 'EMEA',
      managed,
      troubles: ['A policy could not be read.'],
    })
    expect(settings.tenantToSignInTo()).toBe('contoso.com')
  })

  test('cannot be changed here, and nothing else is changed along with it', () => {
    const { settings, kept, changed } = settingsOver(own, {}, policy)

    expect(settings.change({ tenant: null, theme: 'dark' })).toMatchObject({
      ok: false,
      failure: { kind: 'settings', ...text.main.settings.managed.organisation },
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
    const { settings } = settingsOver(
      { updates: 'off' },
      {},
      { organisation: { updates, places: { updates: 'HKLM' }, troubles: [] } },
    )

    expect(settings.shown()).toMatchObject({
      updates: 'tell',
      managed: { updates: { by: 'organisation', place: 'HKLM' } },
    })
  })
})

describe('a file beside the program', () => {
  const path = 'C:\\Downloads\\policy.json'
  const fileBeside = { path, sha256: 'c0ffee', values: { tenant: 'fabrikam.com', updates: 'off' } } as const
  const nothing = { places: {}, troubles: [] } as const
  const beside: Policies = { organisation: nothing, fileBeside, besideTroubles: ['A value cannot be used.'] }
  const own = { tenant: 'contoso.com', updates: 'tell' } as const
  const yes = { sha256: 'c0ffee', use: true } as const

  test('is told with its values, and nothing of it counts before somebody has said so', () => {
    const { settings } = settingsOver(own, {}, beside)

    expect(settings.shown()).toMatchObject({
      ...own,
      managed: {},
      fileBeside: { ...fileBeside, overruled: [], answer: undefined },
      troubles: ['A value cannot be used.'],
    })
    expect(settings.policy()).toEqual({})
    expect(settings.change({ tenant: 'adatum.com' }).ok).toBe(true)
  })

  test('that is to be used sets its values by its own name, at this start and the next', () => {
    const { settings, changed, kept } = settingsOver(own, {}, beside)
    const answer = settings.answerFileBeside(yes)

    const { by, place } = { by: 'file-beside', place: path } as const
    const shown = {
      tenant: 'fabrikam.com',
      updates: 'off',
      managed: { tenant: { by, place }, updates: { by, place } },
    }
    expect(answer).toMatchObject({ ok: true, value: { ...shown, fileBeside: { answer: 'use' } } })
    expect(changed).toHaveBeenCalledOnce()
    expect(settings.change({ tenant: null })).toMatchObject({
      ok: false,
      failure: text.main.settings.managed['file-beside'],
    })
    expect(kept()).toMatchObject(own)
    expect(settingsOver(kept(), {}, beside).settings.shown()).toMatchObject(shown)
  })

  test('that is to be ignored sets nothing, now and later, until that is taken back', () => {
    const { settings, kept } = settingsOver(own, {}, beside)
    settings.answerFileBeside({ ...yes, use: false })

    const next = settingsOver(kept(), {}, beside).settings
    expect(next.shown()).toMatchObject({ ...own, managed: {}, fileBeside: { answer: 'ignore' } })
    next.answerFileBeside(yes)
    expect(next.shown()).toMatchObject({ tenant: 'fabrikam.com', fileBeside: { answer: 'use' } })
  })

  test.each([
    ['other bytes at the same place', { ...fileBeside, sha256: 'decaf' }],
    ['the same bytes elsewhere', { ...fileBeside, path: 'D:\\Downloads\\policy.json' }],
  ])('with %s is asked about again', (_, other) => {
    const { settings, kept } = settingsOver(own, {}, beside)
    settings.answerFileBeside(yes)

    const next = settingsOver(kept(), {}, { organisation: nothing, fileBeside: other }).settings
    expect(next.shown()).toMatchObject({ ...own, managed: {}, fileBeside: { answer: undefined } })
    expect(next.policy()).toEqual({})
  })

  test('never overrules the organisation, and says where it would have', () => {
    const organisation: Policy = { tenant: 'contoso.com', places: { tenant: 'HKLM' }, troubles: [] }
    const { settings } = settingsOver({}, {}, { organisation, fileBeside })
    settings.answerFileBeside(yes)

    expect(settings.shown()).toMatchObject({
      tenant: 'contoso.com',
      updates: 'off',
      managed: {
        tenant: { by: 'organisation', place: 'HKLM' },
        updates: { by: 'file-beside', place: path },
      },
      fileBeside: { overruled: ['tenant'] },
    })
  })

  test('cannot be agreed to by who has seen another one, nor where there is none', () => {
    for (const policies of [beside, undefined]) {
      const { settings, changed, kept } = settingsOver(own, {}, policies)

      expect(settings.answerFileBeside({ sha256: 'decaf', use: true })).toMatchObject({
        ok: false,
        failure: { kind: 'settings', ...text.main.settings.otherFileBeside },
      })
      expect(kept()).toEqual(own)
      expect(changed).not.toHaveBeenCalled()
    }
  })

  test('shows no character of its path that nobody would see', () => {
    const hidden = { ...fileBeside, path: '/home/a/\u202egpj.\u0007/policy.json' }
    const { settings } = settingsOver({}, {}, { organisation: nothing, fileBeside: hidden })
    settings.answerFileBeside(yes)

    const { fileBeside: shown, managed } = settings.shown()
    expect([shown?.path, managed.tenant?.place]).toEqual(
      Array(2).fill('/home/a/\ufffdgpj.\ufffd/policy.json'),
    )
  })
})

test('steps past Conditional Access stay checked off, for each tenant', () => {
  const accessSteps = { '11111111-2222-4333-8444-555555555555': ['filter 0', 'filter 1'] }
  const { settings, kept } = settingsOver({ theme: 'dark' })
  expect(settings.change({ accessSteps })).toMatchObject({ ok: true, value: { accessSteps, theme: 'dark' } })
  expect(kept()).toEqual({ accessSteps, theme: 'dark' })
})
