import { expect, test } from 'vitest'
import { createStandstill } from '../../../src/main/run/standstill.ts'
import { heldClock } from '../../support/held-clock.ts'

const never = new AbortController().signal
const soon = (wait: Promise<void>) =>
  Promise.race([wait.then(() => 'over'), new Promise((resolve) => setImmediate(resolve, 'still waiting'))])

test('a wake ends the waits there are, and not the next one', async () => {
  const { wait, wake } = createStandstill(heldClock())
  const waiting = wait(1000, never)
  wake()

  expect(await soon(waiting)).toBe('over')
  expect(await soon(wait(1000, never))).toBe('still waiting')
})

test('a wake that comes while a wait is still being prepared is not slept through', async () => {
  const { wait, wake, moment } = createStandstill(heldClock())
  const since = moment()
  wake()

  expect(await soon(wait(1000, never, since))).toBe('over')
})
