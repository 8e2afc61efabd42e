import type { SessionService } from '../../core/session/session-service.ts'
import { fail, succeed } from '../../shared/result.ts'
import type { AppSettings } from '../../shared/settings.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'

/** Reading the device inventory, where the settings allow it: whatever the page asks, no token for it is had otherwise. */
export function inventoryHandlers(options: {
  readonly sessions: Pick<SessionService, 'current'>
  readonly settings: { shown(): Pick<AppSettings, 'inventory'> }
}): Pick<Handlers, 'inventory:read' | 'inventory:stop'> {
  const { sessions, settings } = options
  let underWay: AbortController | undefined
  const isOn = (): boolean => settings.shown().inventory === 'on'

  return {
    'inventory:read': async ({ hardwareIds }) => {
      underWay?.abort()
      const session = sessions.current()
      if (!session) return fail({ kind: 'signed-out', ...text.main.failures.signedOut })
      if (!isOn() || !session.inventory)
        return fail({ kind: 'bad-request', ...text.main.failures.inventoryOff })
      const stopping = new AbortController()
      underWay = stopping
      const onPage = (): void => {
        // The operator has left the tenant or switched this off, and needs no more of it.
        if (sessions.current()?.reads !== session.reads || !isOn()) stopping.abort()
      }
      try {
        const answer = await session.inventory.read(hardwareIds, { signal: stopping.signal, onPage })
        return succeed({ tenantId: session.tenant.id, ...answer })
      } finally {
        if (underWay === stopping) underWay = undefined
      }
    },
    'inventory:stop': () => {
      underWay?.abort()
      return succeed(undefined)
    },
  }
}
