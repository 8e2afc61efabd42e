import { expect, test, vi } from 'vitest'
import { inventoryResource } from '../../../src/core/inventory/address.ts'
import { createTokenGate } from '../../../src/core/session/token-gate.ts'
import type { SignInFailure, SignInFailureKind } from '../../../src/shared/auth/sign-in-failure.ts'
import { fail, type Result, succeed } from '../../../src/shared/result.ts'

const failureOf = (kind: SignInFailureKind, code?: string): SignInFailure => ({
  kind,
  message: 'It did not work.',
  remedy: 'Do something.',
  at: '2026-11-21T08:00:00.000Z',
  ...(code !== undefined && { code }),
})
const asked = { resource: 'admin', renew: false }

function gateOf(...answers: readonly Result<string, SignInFailure>[]) {
  const left = [...answers]
  const token = vi.fn(async () => left.shift() ?? succeed('token'))
  const closed = vi.fn()
  return { ...createTokenGate({ token }, closed), asks: token, closed }
}

test('a token goes through', async () => {
  const { token, renewal, closed } = gateOf(succeed('token'))

  expect(await token('oslo', asked)).toEqual(succeed('token'))
  expect(renewal()).toBeUndefined()
  expect(closed).not.toHaveBeenCalled()
})

test('after a refusal that only the person can mend nobody is asked any more', async () => {
  const failure = failureOf('interaction-required')
  const { token, renewal, closed, asks } = gateOf(fail(failure))
  await token('oslo', asked)

  expect(await token('oslo', { ...asked, renew: true })).toEqual(fail(failure))
  expect(asks).toHaveBeenCalledOnce()
  expect(renewal()).toBe(failure)
  expect(closed).toHaveBeenCalledExactlyOnceWith(failure)
})

test.each<[SignInFailureKind, string | undefined]>([
  ['no-network', undefined],
  ['proxy', undefined],
  ['unavailable', undefined],
  ['clock-wrong', undefined],
  ['cancelled', undefined],
  ['unexpected', undefined],
])('%s passes by itself, so the next caller asks again', async (kind, code) => {
  const { token, renewal } = gateOf(fail(failureOf(kind, code)))

  expect(await token('oslo', asked)).toMatchObject({ ok: false })
  expect(renewal()).toBeUndefined()
  expect(await token('oslo', asked)).toEqual(succeed('token'))
})

test('a refusal of Microsoft that is not known here is for the person too', async () => {
  const { token, renewal } = gateOf(fail(failureOf('unexpected', 'AADSTS999999')))
  await token('oslo', asked)

  expect(renewal()).toMatchObject({ code: 'AADSTS999999' })
})

test('a new sign-in opens it, with its own tokens', async () => {
  const { token, renewal, reopen, asks } = gateOf(fail(failureOf('blocked')))
  await token('oslo', asked)
  reopen({ token: async () => succeed('another') })

  expect(renewal()).toBeUndefined()
  expect(await token('oslo', asked)).toEqual(succeed('another'))
  expect(asks).toHaveBeenCalledOnce()
})

test('a refusal from before the new sign-in does not close it: that caller gets the new token', async () => {
  const before = Promise.withResolvers<Result<string, SignInFailure>>()
  const closed = vi.fn()
  const gate = createTokenGate({ token: () => before.promise }, closed)
  const waiting = gate.token('oslo', asked)
  gate.reopen({ token: async () => succeed('another') })
  before.resolve(fail(failureOf('interaction-required')))

  expect(await waiting).toEqual(succeed('another'))
  expect(closed).not.toHaveBeenCalled()
})

test('several who find out at the same time say so once', async () => {
  const failure = fail(failureOf('interaction-required'))
  const { token, closed } = gateOf(failure, failure, failure)
  await Promise.all([token('oslo', asked), token('oslo', asked), token('oslo', asked)])

  expect(closed).toHaveBeenCalledOnce()
})

test('a resource whose renewal needs the person does not close the way to another', async () => {
  const failure = failureOf('consent-missing')
  const closed = vi.fn()
  const { token, renewal, reopen } = createTokenGate(
    { token: async (_, { resource }) => (resource === 'graph' ? fail(failure) : succeed(resource)) },
    closed,
  )
  expect(await token('oslo', { resource: 'graph', renew: false })).toEqual(fail(failure))

  expect(await token('oslo', asked)).toEqual(succeed('admin'))
  expect(renewal()).toBe(failure)
  expect(closed).toHaveBeenCalledExactlyOnceWith(failure)
  reopen({ token: async (_, { resource }) => succeed(`new ${resource}`) })
  expect(await token('oslo', { resource: 'graph', renew: false })).toEqual(succeed('new graph'))
  expect(renewal()).toBeUndefined()
})

test('that the device inventory gets no token ends no sign-in, and a sign-in that has ended does not keep it from being asked', async () => {
  const failure = failureOf('consent-missing')
  const { token, renewal, closed, asks } = gateOf(fail(failure), fail(failure), succeed('a'), fail(failure))
  const inventory = { resource: inventoryResource, renew: false }

  expect(await token('oslo', inventory)).toEqual(fail(failure))
  expect(await token('oslo', { ...inventory, renew: true })).toEqual(fail(failure))
  expect(renewal()).toBeUndefined()
  expect(closed).not.toHaveBeenCalled()
  expect(await token('oslo', asked)).toEqual(succeed('a'))
  await token('oslo', asked)
  expect(await token('oslo', asked)).toEqual(fail(failure))
  expect(await token('oslo', inventory)).toEqual(succeed('token'))
  expect(asks).toHaveBeenCalledTimes(5)
})
