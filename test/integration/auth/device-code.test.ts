import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { adminApiResource } from '../../../src/core/gateway/address.ts'
import type { DeviceCode } from '../../../src/shared/session.ts'
import { accountOf, claimsOf, failureOf, openAuthApp, tokenOf } from '../../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../../support/authority/authority.ts'
import { contoso, fabrikam, oslo, partner } from '../../support/authority/directory.ts'

let authority: Authority
beforeEach(async () => {
  authority = await startAuthority()
})
afterEach(() => authority.close())

describe('signing in with a code', () => {
  test('shows the code and signs in whoever enters it', async () => {
    const { authenticator } = openAuthApp(authority)
    let code: DeviceCode | undefined
    const account = accountOf(
      await authenticator.signInByDeviceCode({
        onCode: (shown) => {
          code = shown
          authority.answerDeviceCode(oslo)
        },
      }),
    )
    expect(code).toMatchObject({ userCode: 'A1B2C3D4', verificationUri: `${authority.origin}/device` })
    expect(Math.abs((code?.expiresAt ?? 0) - Date.now() - 900_000)).toBeLessThan(60_000)
    expect(account).toMatchObject({ username: oslo.username, tenantId: contoso.id })
    expect((await authenticator.token(account.id, { resource: adminApiResource, renew: true })).ok).toBe(true)
  })

  test('waits while nobody has entered it', async () => {
    const { authenticator } = openAuthApp(authority)
    const signingIn = authenticator.signInByDeviceCode({ onCode: () => {} })
    await expect.poll(() => authority.calls('device_code')).toBeGreaterThan(2)
    authority.answerDeviceCode(oslo)
    expect((await signingIn).ok).toBe(true)
  })

  test("works in a customer's tenant", async () => {
    const { authenticator } = openAuthApp(authority)
    const account = accountOf(
      await authenticator.signInByDeviceCode({
        tenant: fabrikam.domain,
        onCode: () => authority.answerDeviceCode(partner),
      }),
    )
    const token = tokenOf(await authenticator.token(account.id, { resource: adminApiResource, renew: false }))
    expect(claimsOf(token)['tid']).toBe(fabrikam.id)
  })

  test('is one sign-in for two requests, and both are told the code', async () => {
    const { authenticator } = openAuthApp(authority)
    const [first, second] = [vi.fn(), vi.fn()]
    const one = authenticator.signInByDeviceCode({ onCode: first })
    await expect.poll(() => first.mock.calls.length).toBe(1)
    const two = authenticator.signInByDeviceCode({ onCode: second })
    authority.answerDeviceCode(oslo)
    expect(await two).toEqual(await one)
    expect(second.mock.calls).toEqual(first.mock.calls)
    expect(authority.calls('devicecode')).toBe(1)
  })

  test('does not show an old code to the next one', async () => {
    const { authenticator } = openAuthApp(authority)
    const cancel = new AbortController()
    const shown = vi.fn()
    const cancelled = authenticator.signInByDeviceCode({ signal: cancel.signal, onCode: shown })
    await expect.poll(() => shown.mock.calls.length).toBe(1)
    cancel.abort()
    const onCode = vi.fn(() => authority.answerDeviceCode(oslo))
    expect((await authenticator.signInByDeviceCode({ onCode })).ok).toBe(true)
    expect(onCode).toHaveBeenCalledTimes(1)
    expect((await cancelled).ok).toBe(false)
  })

  test('ends when the person declines', async () => {
    const { authenticator } = openAuthApp(authority)
    const onCode = (): void => authority.answerDeviceCode('decline')
    expect(failureOf(await authenticator.signInByDeviceCode({ onCode }))).toMatchObject({
      kind: 'cancelled',
      code: 'AADSTS65004',
    })
  })

  test('ends when the code has expired', async () => {
    const { authenticator } = openAuthApp(authority)
    const onCode = (): void => authority.answerDeviceCode('expire')
    const failure = failureOf(await authenticator.signInByDeviceCode({ onCode }))
    expect(failure.kind).toBe('timed-out')
    expect(failure.message).toContain('code expired')
  })

  test('is named as blocked when the tenant does not allow this way, before and after the code', async () => {
    const { authenticator } = openAuthApp(authority)
    const aadsts = { number: 53003, error: 'access_denied', text: 'Access has been blocked.' }
    authority.next('devicecode', { aadsts })
    const onCode = vi.fn()
    const before = failureOf(await authenticator.signInByDeviceCode({ onCode }))
    expect(onCode).not.toHaveBeenCalled()
    authority.next('device_code', { aadsts })
    const after = failureOf(await authenticator.signInByDeviceCode({ onCode }))
    for (const failure of [before, after])
      expect(failure).toMatchObject({
        kind: 'device-code-blocked',
        code: 'AADSTS53003',
        remedy: 'Sign in with the browser on this computer instead.',
      })
  })

  test('names an application that is no public client', async () => {
    const { authenticator } = openAuthApp(authority)
    authority.next('devicecode', { aadsts: { number: 7000218, error: 'invalid_client', status: 401 } })
    expect(failureOf(await authenticator.signInByDeviceCode({ onCode: () => {} })).kind).toBe(
      'app-misconfigured',
    )
  })

  test('is cancelled at once, however seldom Microsoft wants to be asked, and nobody polls on', async () => {
    authority.next('devicecode', {
      json: {
        user_code: 'A1B2C3D4',
        device_code: 'unused',
        verification_uri: `${authority.origin}/device`,
        expires_in: 900,
        // Longer than this test may take.
        interval: 850,
        message: '',
      },
    })
    authority.always('device_code', { aadsts: { number: 70016, error: 'authorization_pending' } })
    const { authenticator, store } = openAuthApp(authority)
    const cancel = new AbortController()
    const signingIn = authenticator.signInByDeviceCode({ signal: cancel.signal, onCode: () => {} })
    await expect.poll(() => authority.calls('device_code')).toBe(1)

    cancel.abort()
    expect(failureOf(await signingIn).kind).toBe('cancelled')
    expect(authority.calls('device_code')).toBe(1)
    expect(store.bytes).toBeUndefined()
    expect(await authenticator.accounts()).toEqual([])
  })

  test('shows no address that is not https', async () => {
    authority.next('devicecode', {
      json: {
        user_code: 'A1B2C3D4',
        device_code: 'unused',
        verification_uri: 'file:///etc/passwd',
        expires_in: 900,
        interval: 1,
        message: '',
      },
    })
    const { authenticator } = openAuthApp(authority)
    const onCode = vi.fn()
    expect(failureOf(await authenticator.signInByDeviceCode({ onCode })).kind).toBe('unexpected')
    expect(onCode).not.toHaveBeenCalled()
  })
})
