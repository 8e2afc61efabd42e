import { readinessFromApi } from '../../core/readiness/from-api.ts'
import type { SessionService } from '../../core/session/session-service.ts'
import type { PushContract } from '../../shared/ipc.ts'
import { fail, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Handlers } from '../ipc/answer.ts'

/** Reading what a run needs of a tenant and its accounts, and saving scripts. Nothing here changes the tenant. */
export function readinessHandlers(options: {
  readonly sessions: Pick<SessionService, 'current'>
  readonly dialogs: Pick<FileDialogs, 'saveText'>
  readonly progress: (progress: PushContract['readiness:progress']) => void
}): Pick<Handlers, 'readiness:check' | 'readiness:stop' | 'readiness:save'> {
  const { sessions, dialogs, progress } = options
  let underWay: AbortController | undefined

  return {
    'readiness:check': async ({ usernames, withTenant }) => {
      underWay?.abort()
      const session = sessions.current()
      if (!session) return fail({ kind: 'signed-out', ...text.main.failures.signedOut })
      const stopping = new AbortController()
      underWay = stopping
      const { signal } = stopping
      const source = readinessFromApi(session.reads, session.clock)
      const of = new Set(usernames.map((name) => name.toLowerCase())).size
      const onRead = (done: number): void => {
        // Whoever has left the tenant has no use for more of it.
        if (sessions.current()?.reads !== session.reads) stopping.abort()
        else if (done % everySoMany === 0 || done === of) progress({ done, of })
      }
      try {
        const accounts = await source.accounts(usernames, { signal, onRead })
        const tenant = withTenant && !signal.aborted ? await source.tenant(signal) : undefined
        return succeed({
          tenantId: session.tenant.id,
          ...(tenant && !signal.aborted && { tenant }),
          accounts: [...accounts].filter(([, { exists }]) => exists.read || exists.why !== 'stopped'),
        })
      } finally {
        if (underWay === stopping) underWay = undefined
      }
    },
    'readiness:stop': () => {
      underWay?.abort()
      return succeed(undefined)
    },
    'readiness:save': async ({ file, content }) => {
      const chosen = await dialogs.saveText(file)
      if (chosen === undefined) return succeed(undefined)
      const written = await writeWhole(chosen, content)
      return written.ok ? succeed(chosen) : written
    },
  }
}

const everySoMany = 20
