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
