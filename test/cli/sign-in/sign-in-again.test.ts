import { describe, expect, test, vi } from 'vitest'
import { createSignInAgain, type SignInAgainOptions } from '../../../src/cli/sign-in/sign-in-again.ts'
import { inventoryResource } from '../../../src/core/inventory/address.ts'
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

const backAgain = 'Signed in again. Watching continues.'

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
    async ask(next: Result<string, SignInFailure>, resource = 'admin') {
      outcome = next
      const asked = await again.token(oslo.id, { resource, renew: false })
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
    const terminal = watched()
    await terminal.ask(succeed('first token'))
    await terminal.ask(failed('interaction-required'))
    await terminal.ask(failed('interaction-required'))
    expect(terminal.codes()).toBe(1)
    expect(terminal.told()).toContain('It is interaction-required.')
    expect(terminal.told()).toContain('enter the code A1B2C3D4')
    expect(terminal.run.wake).not.toHaveBeenCalled()
    await terminal.person(succeed(oslo))
    expect(terminal.told()).toContain(backAgain)
    expect(terminal.run.wake).toHaveBeenCalledTimes(1)
    expect(terminal.run.giveUp).not.toHaveBeenCalled()
  })

  test('ends watching where nobody can read a code', async () => {
    const terminal = watched(false)
    await terminal.ask(failed('mfa-needed'))
    expect(terminal.codes()).toBe(0)
    expect(terminal.told()).toContain('It is mfa-needed.')
    expect(terminal.run.giveUp).toHaveBeenCalledTimes(1)
  })

  test.each<SignInFailureKind>(['no-network', 'proxy', 'unavailable', 'captive-portal', 'unexpected'])(
    'is not one that failed for %s: that passes by itself',
    async (kind) => {
      const terminal = watched(false)
      await terminal.ask(failed(kind))
      expect(terminal.run.giveUp).not.toHaveBeenCalled()
      expect(terminal.told()).toBe('')
    },
  )

  test('shows another code when nobody has used the first in its time', async () => {
    const terminal = watched()
    await terminal.ask(failed('interaction-required'))
    await terminal.person(failed('timed-out'))
    expect(terminal.codes()).toBe(2)
    await terminal.person(succeed(oslo))
    expect(terminal.run.wake).toHaveBeenCalledTimes(1)
  })

  test('shows another code after a while when the network was away', async () => {
    const terminal = watched()
    await terminal.ask(failed('interaction-required'))
    await terminal.person(failed('no-network'))
    expect(terminal.codes()).toBe(1)
    terminal.clock.pass(30_000)
    await terminal.settled()
    expect(terminal.codes()).toBe(2)
  })

  test.each<SignInFailureKind>(['cancelled', 'device-code-blocked', 'blocked', 'consent-missing'])(
    'ends watching when the sign-in comes to %s',
    async (kind) => {
      const terminal = watched()
      await terminal.ask(failed('interaction-required'))
      await terminal.person(failed(kind))
      expect(terminal.codes()).toBe(1)
      expect(terminal.told()).toContain(`It is ${kind}.`)
      expect(terminal.run.giveUp).toHaveBeenCalledTimes(1)
    },
  )

  test('is not mended by somebody else, who is not kept', async () => {
    const terminal = watched()
    await terminal.ask(failed('interaction-required'))
    await terminal.person(succeed(bergen))
    expect(terminal.told()).toContain('signed in as bergen@contoso.com, but this needs oslo@contoso.com')
    expect(terminal.signOut).toHaveBeenCalledWith('bergen')
    expect(terminal.run.wake).not.toHaveBeenCalled()
    expect(terminal.codes()).toBe(2)
  })

  test('is mended by a sign-in in another terminal, but not by the token that was refused', async () => {
    const terminal = watched()
    await terminal.ask(succeed('refused token'))
    await terminal.ask(failed('interaction-required'))
    await terminal.ask(succeed('refused token'))
    expect(terminal.told()).not.toContain(backAgain)
    await terminal.ask(succeed('another token'))
    expect(terminal.told()).toContain(backAgain)
    expect(terminal.run.wake).toHaveBeenCalledTimes(1)
    expect(terminal.run.giveUp).not.toHaveBeenCalled()
  })

  test('is mended once where the token of the new sign-in comes before the answer to its code', async () => {
    const terminal = watched()
    await terminal.ask(succeed('refused token'))
    await terminal.ask(failed('interaction-required'))
    await terminal.ask(succeed('token of the new sign-in'))
    await terminal.person(succeed(oslo))
    expect(terminal.told().split(backAgain)).toHaveLength(2)
    expect(terminal.run.wake).toHaveBeenCalledTimes(1)
    expect(terminal.run.giveUp).not.toHaveBeenCalled()
  })

  test('is not mended by the token of another resource', async () => {
    const terminal = watched()
    await terminal.ask(failed('interaction-required'))
    await terminal.ask(succeed('a token'), 'graph')
    expect(terminal.told()).not.toContain(backAgain)
    expect(terminal.again.failure()).toMatchObject({ kind: 'interaction-required' })
    await terminal.ask(succeed('another token'))
    expect(terminal.told()).toContain(backAgain)
    expect(terminal.again.failure()).toBeUndefined()
  })

  test('is no longer asked for once the run is left', async () => {
    const terminal = watched()
    await terminal.ask(failed('interaction-required'))
    terminal.leave()
    await terminal.settled()
    expect(terminal.run.giveUp).not.toHaveBeenCalled()
    await terminal.ask(failed('interaction-required'))
    expect(terminal.codes()).toBe(1)
  })

  test('before a run is only remembered', async () => {
    const terminal = watched()
    terminal.leave()
    await terminal.ask(failed('interaction-required'))
    expect(terminal.again.failure()).toMatchObject({ kind: 'interaction-required' })
    expect(terminal.codes()).toBe(0)
    await terminal.ask(succeed('token'))
    expect(terminal.again.failure()).toBeUndefined()
  })
})

test('nobody is asked to sign in for the device inventory, and no run ends for it', async () => {
  const { ask, again, run, codes, told } = watched()
  await ask(failed('consent-missing'), inventoryResource)

  expect(again.failure()).toBeUndefined()
  expect(codes()).toBe(0)
  expect(told()).toBe('')
  expect(run.giveUp).not.toHaveBeenCalled()
})
