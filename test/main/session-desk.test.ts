import { expect, test, vi } from 'vitest'
import type { Session } from '../../src/main/run/session.ts'
import { createSessionDesk } from '../../src/main/session-desk.ts'
import { operator, tenant } from '../support/run-samples.ts'

function desk() {
  const end = vi.fn(async () => undefined)
  const explore = vi.fn(async () => ({ tenant, operator, end }) as unknown as Session)
  const changed = vi.fn()
  return { ...createSessionDesk({ explore, changed }), end, entered: explore, changed }
}

const signedIn = { kind: 'signed-in', tenant, operator }
const signedOut = { kind: 'signed-out' }

test('nobody is signed in at first', () => {
  const { state, current } = desk()

  expect(state()).toEqual(signedOut)
  expect(current()).toBeUndefined()
})

test('entering is told to everybody, once', async () => {
  const { explore, changed, current } = desk()

  expect(await explore()).toEqual(signedIn)
  expect(changed.mock.calls).toEqual([[signedIn]])
  expect(current()?.tenant).toEqual(tenant)
})

test('two clicks at once, and a third one later, enter once', async () => {
  const { explore, entered } = desk()
  await Promise.all([explore(), explore()])
  await explore()

  expect(entered).toHaveBeenCalledOnce()
})

test('a way in that failed can be tried again', async () => {
  const { explore, entered } = desk()
  entered.mockRejectedValueOnce(new Error('no port'))

  await expect(explore()).rejects.toThrow('no port')
  expect(await explore()).toEqual(signedIn)
})

test('signing out ends the session and is told to everybody', async () => {
  const { explore, signOut, end, changed, current } = desk()
  await explore()

  expect(await signOut()).toEqual(signedOut)
  expect(end).toHaveBeenCalledOnce()
  expect(current()).toBeUndefined()
  expect(changed).toHaveBeenLastCalledWith(signedOut)
})

test('signing out twice changes nothing more', async () => {
  const { explore, signOut, end, changed } = desk()
  await explore()
  await signOut()
  await signOut()

  expect(end).toHaveBeenCalledOnce()
  expect(changed).toHaveBeenCalledTimes(2)
})
