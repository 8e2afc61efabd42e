import type { SessionMemory, TenantNames } from '../../src/core/session/session-service/memory.ts'

/** The app's memory of sessions, for as long as the test lasts. `tenant` is that of the settings. */
export function sessionMemory(tenant?: string): SessionMemory {
  const names = new Map<string, TenantNames>()
  let lastAccount: string | undefined
  return {
    tenantToSignInTo: () => tenant,
    lastAccount: () => lastAccount,
    rememberAccount: (id) => {
      lastAccount = id
    },
    tenantNames: (id) => names.get(id),
    rememberTenant: (id, called) => void names.set(id, called),
  }
}
