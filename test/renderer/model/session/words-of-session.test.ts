import { describe, expect, test } from 'vitest'
import { failureAsText } from '../../../../src/renderer/src/model/session/failure-details.ts'
import {
  accountTenant,
  tenantLine,
  tenantWords,
} from '../../../../src/renderer/src/model/session/tenant-words.ts'
import { failureToShow, underWay } from '../../../../src/renderer/src/model/session/under-way.ts'
import type { SignInFailure } from '../../../../src/shared/auth/sign-in-failure.ts'
import type { SessionState } from '../../../../src/shared/session.ts'

const id = '7d0c3b1e-5f0a-4c58-9d4f-2f6b8f1a9e21'
const failure: SignInFailure = {
  kind: 'blocked',
  message: 'A policy forbids it.',
  remedy: 'Ask.',
  code: 'AADSTS53003',
  correlationId: '4c1f0b7e-1f2d-4a41-8b0a-6d1f3f1f0001',
  at: '2026-11-21T09:04:12.345Z',
}

describe('what a tenant is called', () => {
  test('its name, and its domain to tell it apart', () => {
    const words = tenantWords({ id, name: 'Contoso', domain: 'contoso.com', simulated: false })
    expect(tenantLine(words)).toBe('Contoso (contoso.com)')
  })

  test('its name and ID while no domain is known', () => {
    expect(tenantWords({ id, name: 'Contoso', simulated: false })).toEqual({ name: 'Contoso', detail: id })
  })

  test('its domain and ID where that is all it tells', () => {
    const words = { name: 'contoso.com', detail: id }
    expect(tenantWords({ id, name: 'contoso.com', domain: 'contoso.com', simulated: false })).toEqual(words)
  })

  test('its ID, once, until it has told anything', () => {
    expect(tenantLine(tenantWords({ id, name: id, simulated: false }))).toBe(id)
    expect(tenantLine(accountTenant({ id: 'a', username: 'a@contoso.com', tenantId: id }))).toBe(id)
  })
})

describe('a failed sign-in', () => {
  const state: SessionState = { kind: 'signed-out', accounts: [], failure }

  test('is copied with all that support asks for, and with nothing that is not known', () => {
    expect(failureAsText(failure).split('\r\n')).toEqual([
      'A policy forbids it. Ask.',
      'Error code: AADSTS53003',
      'Correlation ID: 4c1f0b7e-1f2d-4a41-8b0a-6d1f3f1f0001',
      'Time: 2026-11-21 09:04:12 UTC',
      '',
    ])
  })

  test('is shown until it is put away, and the next one again', () => {
    expect(failureToShow({ session: state, dismissed: undefined })).toBe(failure)
    expect(failureToShow({ session: state, dismissed: failure.at })).toBeUndefined()
    expect(failureToShow({ session: state, dismissed: '2026-11-20T00:00:00.000Z' })).toBe(failure)
  })

  test('is not shown while another sign-in is under way, nor when the operator ended it', () => {
    const again: SessionState = { kind: 'signing-in', way: 'browser', accounts: [], failure }
    expect(failureToShow({ session: again, dismissed: undefined })).toBeUndefined()
    const cancelled: SessionState = { ...state, failure: { ...failure, kind: 'cancelled' } }
    expect(failureToShow({ session: cancelled, dismissed: undefined })).toBeUndefined()
  })
})

test('a sign-in is under way in either kind of place', () => {
  const way = { way: 'browser' } as const
  expect(underWay({ kind: 'signing-in', accounts: [], ...way })).toMatchObject(way)
  expect(
    underWay({
      kind: 'signed-in',
      accounts: [],
      tenant: { id, name: id, simulated: false },
      operator: { username: 'admin@contoso.com' },
      storage: 'memory',
      signingIn: way,
    }),
  ).toBe(way)
  expect(underWay({ kind: 'signed-out', accounts: [] })).toBeUndefined()
  expect(underWay(undefined)).toBeUndefined()
})
