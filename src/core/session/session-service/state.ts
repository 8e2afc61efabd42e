import type { Account } from '../../../shared/auth/account.ts'
import type { SignInFailure } from '../../../shared/auth/sign-in-failure.ts'
import type { KnownAccount, SessionState, SignInUnderWay } from '../../../shared/session.ts'
import type { ActiveSession } from './active-session.ts'
import type { SessionMemory } from './memory.ts'

/** What everybody is shown of the session. */
export function stateOf(of: {
  readonly active: ActiveSession | undefined
  readonly signingIn: SignInUnderWay | undefined
  readonly accounts: readonly KnownAccount[]
  readonly failure: SignInFailure | undefined
}): SessionState {
  const { active, signingIn, accounts, failure } = of
  const common = { accounts, ...(failure && { failure }) }
  if (!active)
    return signingIn ? { kind: 'signing-in', ...signingIn, ...common } : { kind: 'signed-out', ...common }
  const { session, microsoft } = active
  const renewal = microsoft?.gate.renewal()
  return {
    kind: 'signed-in',
    tenant: session.tenant,
    operator: session.operator,
    ...(session.verifiedDomains && { verifiedDomains: session.verifiedDomains }),
    ...(session.way && { way: session.way }),
    ...common,
    ...(microsoft && { accountId: microsoft.account.id }),
    ...(renewal && { renewal }),
    ...(signingIn && { signingIn }),
    storage: microsoft?.storage ?? 'none',
  }
}

/** The remembered accounts, and what their tenants are called as far as that is known. */
export function knownAccounts(
  remembered: readonly Account[],
  current: Account | undefined,
  memory: Pick<SessionMemory, 'tenantNames'>,
): readonly KnownAccount[] {
  // The current account may belong to an application that the settings no longer name.
  const hidden = current && !remembered.some(({ id }) => id === current.id) ? [current] : []
  return [...remembered, ...hidden].map((account) => {
    const names = memory.tenantNames(account.tenantId)
    return {
      ...account,
      ...(names && { tenantName: names.name }),
      ...(names?.domain !== undefined && { tenantDomain: names.domain }),
    }
  })
}
