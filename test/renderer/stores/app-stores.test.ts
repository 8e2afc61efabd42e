import { expect, test } from 'vitest'
import { ask, createAppStores, tell } from '../../../src/renderer/src/stores/app-stores.ts'
import { succeed } from '../../../src/shared/result.ts'
import { fakeBridge } from '../support/fake-bridge.ts'

test('an answer clears the message that stood when it was asked for, and none that came since', async () => {
  const answers = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const [first, second] = answers
  const pending = answers.values()
  const stores = createAppStores(
    fakeBridge({ 'list:browse': async () => succeed(await pending.next().value?.promise) }),
  )
  const messages = () => stores.notices.getState().map(({ message }) => message)
  // The dialog is cancelled, and its answer comes once a wrong file was dropped.
  const browsing = ask(stores, 'list', 'list:browse', undefined)
  tell(stores, 'list', 'error', { message: 'No list.' })
  first?.resolve(undefined)
  await browsing
  expect(messages()).toEqual(['No list.'])

  const again = ask(stores, 'list', 'list:browse', undefined)
  second?.resolve(undefined)
  await again
  expect(messages()).toEqual([])
})
