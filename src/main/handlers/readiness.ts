import { readinessFromApi } from '../../core/readiness/from-api.ts'
import type { SessionService } from '../../core/session/session-service.ts'
import type { TenantSession } from '../../core/session/tenant-session.ts'
import type { PushContract } from '../../shared/ipc.ts'
import type { AccountFacts, ReadinessAnswer, TenantFacts } from '../../shared/readiness/facts.ts'
import type { FixFile } from '../../shared/readiness/fix-files.ts'
import { type FixScript, fixScripts } from '../../shared/readiness/fix-scripts.ts'
import { judgeAccounts, judgeTenant } from '../../shared/readiness/judge.ts'
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
  let facts: KeptFacts | undefined

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
        // The operator has left the tenant and needs no more of it.
        if (sessions.current()?.reads !== session.reads) stopping.abort()
        else if (done % everySoMany === 0 || done === of) progress({ done, of })
      }
      try {
        const accounts = await source.accounts(usernames, { signal, onRead })
        const tenant = withTenant && !signal.aborted ? await source.tenant(signal) : undefined
        const answer: ReadinessAnswer = {
          tenantId: session.tenant.id,
          ...(tenant && !signal.aborted && { tenant }),
          accounts: [...accounts].filter(([, { exists }]) => exists.read || exists.why !== 'stopped'),
        }
        facts = withAnswer(facts, session, answer)
        return succeed(answer)
      } finally {
        if (underWay === stopping) underWay = undefined
      }
    },
    'readiness:stop': () => {
      underWay?.abort()
      return succeed(undefined)
    },
    'readiness:save': async ({ file, usernames }) => {
      const session = sessions.current()
      if (!session) return fail({ kind: 'signed-out', ...text.main.failures.signedOut })
      const script = scriptOf(facts, session, file, usernames)
      if (!script) return fail({ kind: 'bad-request', ...text.main.failures.noScript })
      const chosen = await dialogs.saveText(file)
      if (chosen === undefined) return succeed(undefined)
      const written = await writeWhole(chosen, script.content)
      return written.ok ? succeed(chosen) : written
    },
  }
}

const everySoMany = 20

/** The facts that one operator read of one tenant. The page has them, too, but its copy goes into no script. */
type KeptFacts = {
  readonly of: string
  readonly tenant: TenantFacts | undefined
  readonly accounts: ReadonlyMap<string, AccountFacts>
}

/** A sign-in that was renewed is still the same operator in the same tenant. */
const keyOf = ({ tenant, operator }: TenantSession): string =>
  [tenant.id, tenant.simulator ?? '', operator.username].join(' ')

function withAnswer(
  facts: KeptFacts | undefined,
  session: TenantSession,
  { tenant, accounts }: ReadinessAnswer,
): KeptFacts {
  const of = keyOf(session)
  const before = facts?.of === of ? facts : undefined
  return {
    of,
    tenant: tenant ?? before?.tenant,
    accounts: new Map([...(before?.accounts ?? []), ...accounts]),
  }
}

/** A script of what was read, for these accounts; undefined where it has nothing to put right. */
function scriptOf(
  facts: KeptFacts | undefined,
  session: TenantSession,
  file: FixFile,
  usernames: readonly string[],
): FixScript | undefined {
  if (facts?.of !== keyOf(session) || !facts.tenant) return undefined
  const judged = judgeAccounts(facts.accounts, facts.tenant)
  const accounts = usernames.flatMap((username) => {
    const account = judged.get(username.toLowerCase())
    return account ? [{ username, ...account }] : []
  })
  const scripts = fixScripts(session.tenant.id, facts.tenant, judgeTenant(facts.tenant), accounts)
  return scripts.find((one) => one.file === file)
}
