import { expect, test } from 'vitest'
import { createStandstill } from '../../../src/core/run/standstill.ts'
import { heldClock } from '../../support/held-clock.ts'
import { virtualClock } from '../../support/virtual-clock.ts'

const never = new AbortController().signal
const soon = (wait: Promise<void>) =>
  Promise.race([wait.then(() => 'over'), new Promise((resolve) => setImmediate(resolve, 'still waiting'))])

test('a wake ends the waits there are, and not the next one', async () => {
  const { wait, wake } = createStandstill(heldClock())
  const waiting = wait({ ms: 1000 }, never)
  wake()

  expect(await soon(waiting)).toBe('over')
  expect(await soon(wait({ ms: 1000 }, never))).toBe('still waiting')
})

test('a wake that comes while a wait is still being prepared is not slept through', async () => {
  const { wait, wake, moment } = createStandstill(heldClock())
  const since = moment()
  wake()

  expect(await soon(wait({ ms: 1000, since }, never))).toBe('over')
})

test('a wake does not shorten what the service asked for, and ends the rest of the wait', async () => {
  const clock = virtualClock()
  const { wait, wake } = createStandstill(clock)
  const begun = clock.now()
  const waiting = wait({ ms: 60_000, atLeast: 20_000 }, never)
  wake()
  await clock.run(waiting)

  expect(clock.now() - begun).toBe(20_000)
})
