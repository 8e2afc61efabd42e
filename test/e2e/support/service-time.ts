import type { ServiceTime } from '../../support/service-clock.ts'
import type { AppUnderTest } from './app-under-test.ts'

/** The time of the simulated tenant within the app, which was launched with this speed. */
export function timeInApp(app: Pick<AppUnderTest, 'evaluate'>, speed: number): ServiceTime {
  return {
    hold: () =>
      app.evaluate(() => {
        const { now } = Date
        const held = Date.now()
        Date.now = () => held
        Object.assign(globalThis, { goOn: () => Object.assign(Date, { now }) })
      }),
    pass: (minutes) =>
      app.evaluate(
        (_electron, ms) => {
          const { now } = Date
          Date.now = () => now() + ms
        },
        (minutes * 60_000) / speed,
      ),
    goOn: () =>
      app.evaluate(() => {
        const held = Date.now()
        const { goOn } = globalThis as unknown as { goOn: () => void }
        goOn()
        const { now } = Date
        const since = Date.now()
        Date.now = () => held + now() - since
      }),
  }
}

/**
 * It is the same time tomorrow: in the app, in its page, and in this process with its sign-in; a service has a time of its own. The function
 * returned has this process go back.
 */
export async function nextDay({
  evaluate,
  page,
}: Pick<AppUnderTest, 'evaluate' | 'page'>): Promise<() => void> {
  const { now } = Date
  await Promise.all([evaluate(passDay), page.evaluate(passDay)])
  passDay()
  return () => Object.assign(Date, { now })
}

/** Runs by itself, wherever it is sent. */
function passDay(): void {
  const { now } = Date
  Date.now = () => now() + 24 * 3_600_000
}
