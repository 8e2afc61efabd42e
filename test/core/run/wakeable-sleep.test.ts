import { expect, test } from 'vitest'
import { createWakeableSleep } from '../../../src/core/run/wakeable-sleep.ts'
import { heldClock } from '../../support/held-clock.ts'
import { virtualClock } from '../../support/virtual-clock.ts'

const never = new AbortController().signal
const soon = (sleep: Promise<void>) =>
  Promise.race([sleep.then(() => 'over'), new Promise((resolve) => setImmediate(resolve, 'still asleep'))])

test('a wake ends the sleeps there are, and not the next one', async () => {
  const { sleep, wake } = createWakeableSleep(heldClock())
  const sleeping = sleep({ ms: 1000 }, never)
  wake()

  expect(await soon(sleeping)).toBe('over')
  expect(await soon(sleep({ ms: 1000 }, never))).toBe('still asleep')
})

test('a wake that comes while a sleep is still being prepared is not slept through', async () => {
  const { sleep, wake, nextWake } = createWakeableSleep(heldClock())
  const until = nextWake()
  wake()

  expect(await soon(sleep({ ms: 1000, until }, never))).toBe('over')
})

test('a wake does not shorten what the service asked for, and ends the rest of the sleep', async () => {
  const clock = virtualClock()
  const { sleep, wake } = createWakeableSleep(clock)
  const begun = clock.now()
  const sleeping = sleep({ ms: 60_000, atLeast: 20_000 }, never)
  wake()
  await clock.run(sleeping)

  expect(clock.now() - begun).toBe(20_000)
})
