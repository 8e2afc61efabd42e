import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../src/core/clock/clock.ts'

/**
 * Makes the time of day run `speed` times faster for everybody in this process who asks Date, as MSAL does for
 * the age of its tokens. Sockets and timers go on as they are; the clock's waits are that much shorter.
 */
export function hurryTime(speed: number): { readonly clock: Clock; end(): void } {
  const RealDate = Date
  const begun = RealDate.now()
  const now = (): number => begun + (RealDate.now() - begun) * speed
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args) =>
      args.length === 0 ? new target(now()) : Reflect.construct(target, args, target),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  return {
    clock: {
      now,
      after: (ms) => now() + ms,
      async sleep(ms, signal) {
        await wait(ms / speed, undefined, signal ? { signal } : {}).catch(() => undefined)
      },
    },
    end() {
      globalThis.Date = RealDate
    },
  }
}
