import { describe, expect, test, vi } from 'vitest'
import { createSignInAgain, type SignInAgainOptions } from '../../../src/cli/sign-in/sign-in-again.ts'
import type { Account } from '../../../src/shared/auth/account.ts'
import type { SignInFailure, SignInFailureKind } from '../../../src/shared/auth/sign-in-failure.ts'
import { fail, type Result, succeed } from '../../../src/shared/result.ts'
import { heldClock } from '../../support/held-clock.ts'

const oslo: Account = { id: 'oslo', username: 'oslo@contoso.com', tenantId: 'contoso' }
const bergen: Account = { id: 'bergen', username: 'bergen@contoso.com', tenantId: 'contoso' }

const failed = (kind: SignInFailureKind): Result<never, SignInFailure> =>
  fail({ kind, message: `It is ${kind}.`, remedy: 'Do something.', at: '2026-11-21T08:00:00Z' })

const code = {
  userCode: 'A1B2C3D4',
  verificationUri: 'https://login.example/device',
  expiresAt: 0,
}

/** A run that is watched: what tokens and sign-ins come to is decided as the test goes. */
function watched(isTerminal = true) {
  const told: string[] = []
  const run = { wake: vi.fn(), giveUp: vi.fn() }
  const clock = heldClock()
  let outcome: Result<string, SignInFailure> = succeed('first token')
  const waiting: ((outcome: Result<Account, SignInFailure>) => void)[] = []
  const signOut = vi.fn(async () => {})
  const authenticator: SignInAgainOptions['authenticator'] = {
    token: async () => outcome,
    accounts: async () => [oslo],
    signOut,
    signInByDeviceCode: ({ onCode, signal }) =>
      new Promise((resolve) => {
        onCode(code)
        signal?.addEventListener('abort', () => resolve(failed('cancelled')))
        waiting.push(resolve)
      }),
  }
  const again = createSignInAgain({
    account: oslo,
    authenticator,
    clock,
    isTerminal,
    tell: (words) => told.push(words),
  })
  const leave = again.accompany(run)
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
  }
  return {
    run,
    clock,
    signOut,
    leave,
    again,
    told: () => told.join('\n'),
    codes: () => waiting.length,
    async ask(next: Result<string, SignInFailure>) {
      outcome = next
      const asked = await again.token(oslo.id, { renew: false })
      await settled()
      return asked
    },
    async person(does: Result<Account, SignInFailure>) {
      waiting.at(-1)?.(does)
      await settled()
    },
    settled,
  }
}

describe('a renewal that needs the person', () => {
  test('shows a code, once for all who ask, and the run goes on after the sign-in', async () => {
    const desk = watched()
    await desk.ask(succeed('first token'))
    await desk.ask(failed('interaction-required'))
    await desk.ask(failed('interaction-required'))
    expect(desk.codes()).toBe(1)
    expect(desk.told()).toContain('It is interaction-required.')
    expect(desk.told()).toContain('enter the code A1B2C3D4')
    expect(desk.run.wake).not.toHaveBeenCalled()
    await desk.person(succeed(oslo))
    expect(desk.told()).toContain('Signed in again. Watching goes on.')
    expect(desk.run.wake).toHaveBeenCalledTimes(1)
    expect(desk.run.giveUp).not.toHaveBeenCalled()
  })

  test('ends watching where nobody can read a code', async () => {
    const desk = watched(false)
    await desk.ask(failed('mfa-needed'))
    expect(desk.codes()).toBe(0)
    expect(desk.told()).toContain('It is mfa-needed.')
    expect(desk.run.giveUp).toHaveBeenCalledTimes(1)
  })

  test.each<SignInFailureKind>(['no-network', 'proxy', 'unavailable', 'captive-portal', 'unexpected'])(
    'is not one that failed for %s: that passes by itself',
    async (kind) => {
      const desk = watched(false)
      await desk.ask(failed(kind))
      expect(desk.run.giveUp).not.toHaveBeenCalled()
      expect(desk.told()).toBe('')
    },
  )

  test('shows another code when nobody has used the first in its time', async () => {
    const desk = watched()
    await desk.ask(failed('interaction-required'))
    await desk.person(failed('timed-out'))
    expect(desk.codes()).toBe(2)
    await desk.person(succeed(oslo))
    expect(desk.run.wake).toHaveBeenCalledTimes(1)
  })

  test('shows another code after a while when the network was away', async () => {
    const desk = watched()
    await desk.ask(failed('interaction-required'))
    await desk.person(failed('no-network'))
    expect(desk.codes()).toBe(1)
    desk.clock.pass(30_000)
    await desk.settled()
    expect(desk.codes()).toBe(2)
  })

  test.each<SignInFailureKind>(['cancelled', 'device-code-blocked', 'blocked', 'consent-missing'])(
    'ends watching when the sign-in comes to %s',
    async (kind) => {
      const desk = watched()
      await desk.ask(failed('interaction-required'))
      await desk.person(failed(kind))
      expect(desk.codes()).toBe(1)
      expect(desk.told()).toContain(`It is ${kind}.`)
      expect(desk.run.giveUp).toHaveBeenCalledTimes(1)
    },
  )

  test('is not mended by somebody else, who is not kept', async () => {
    const desk = watched()
    await desk.ask(failed('interaction-required'))
    await desk.person(succeed(bergen))
    expect(desk.told()).toContain('made as bergen@contoso.com, but oslo@contoso.com is needed')
    expect(desk.signOut).toHaveBeenCalledWith('bergen')
    expect(desk.run.wake).not.toHaveBeenCalled()
    expect(desk.codes()).toBe(2)
  })

  test('is mended by a sign-in in another terminal, but not by the token that was refused', async () => {
    const desk = watched()
    await desk.ask(succeed('refused token'))
    await desk.ask(failed('interaction-required'))
    await desk.ask(succeed('refused token'))
    expect(desk.told()).not.toContain('another terminal')
    await desk.ask(succeed('another token'))
    expect(desk.told()).toContain('Signed in again in another terminal.')
    expect(desk.run.wake).toHaveBeenCalledTimes(1)
    expect(desk.run.giveUp).not.toHaveBeenCalled()
  })

  test('is no longer asked for once the run is left', async () => {
    const desk = watched()
    await desk.ask(failed('interaction-required'))
    desk.leave()
    await desk.settled()
    expect(desk.run.giveUp).not.toHaveBeenCalled()
    await desk.ask(failed('interaction-required'))
    expect(desk.codes()).toBe(1)
  })

  test('before a run is only remembered', async () => {
    const desk = watched()
    desk.leave()
    await desk.ask(failed('interaction-required'))
    expect(desk.again.failure()).toMatchObject({ kind: 'interaction-required' })
    expect(desk.codes()).toBe(0)
    await desk.ask(succeed('token'))
    expect(desk.again.failure()).toBeUndefined()
  })
})
