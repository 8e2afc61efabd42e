/**
 * The time of a simulated service in the hands of a test. What has to happen while a run is under way needs no luck
 * then: however busy the computer is, the run is as far as the test lets it come.
 */
export type ServiceTime = {
  /** From now on it stands still. */
  hold(): Promise<void>
  /** Lets so many of its minutes go by at once. Phones take one to six. */
  pass(minutes: number): Promise<void>
  /** From now on it goes by again. */
  goOn(): Promise<void>
}

/** The clock of a service in this process, `speed` times as fast as the time of day. */
export function serviceClock(speed: number): ServiceTime & { now(): number } {
  let now = Date.now
  return {
    now: () => now(),
    async hold() {
      const held = now()
      now = () => held
    },
    async pass(minutes) {
      const from = now
      now = () => from() + (minutes * 60_000) / speed
    },
    async goOn() {
      const [held, since] = [now(), Date.now()]
      now = () => held + Date.now() - since
    },
  }
}
