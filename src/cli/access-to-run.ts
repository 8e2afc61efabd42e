import type { PastRun } from '../shared/run/past-run.ts'
import { text } from '../shared/text/index.ts'
import { type Access, type AccessOptions, openAccess } from './access.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless, tell } from './print.ts'

type Owned = Pick<PastRun, 'tenant' | 'operator'>

/** Works with access to the run's own tenant, which is said beforehand; no other will do. */
export async function withAccessToRun(
  run: Owned,
  options: AccessOptions,
  work: (access: Access) => Promise<void>,
): Promise<void> {
  const access = await openAccessToRun(run, options)
  const { tenant, operator, end } = access.session
  try {
    // A stand-in of the module may call its tenant what it likes.
    if (tenant.id !== run.tenant.id || tenant.simulated !== run.tenant.simulated) {
      const { message, remedy } = text.run.otherTenant(harmless(run.tenant.name))
      throw new Stop(exitCode.access, message, remedy)
    }
    tell(text.cli.run.aboutToResume(harmless(text.cli.run.tenant(tenant)), harmless(operator.username)))
    await work(access)
  } finally {
    await end()
  }
}

async function openAccessToRun({ tenant, operator }: Owned, options: AccessOptions): Promise<Access> {
  if (!tenant.simulated) return openAccess(options, { tenantId: tenant.id, username: operator.username })
  if (!options.simulate && options.api === undefined && options.via !== 'powershell')
    throw new Stop(exitCode.access, text.cli.run.simulatedRun)
  return openAccess(options)
}
