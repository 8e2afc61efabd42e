import { known, type TenantFacts, unread } from '../../shared/readiness/facts.ts'
import type { Clock } from '../clock/clock.ts'
import type { Read, TenantReads } from '../gateway/tenant-reads.ts'
import { askAccounts } from './ask-accounts.ts'
import { patientlyBy } from './patiently.ts'
import { callingPoliciesIn, domainsIn, phonePoliciesIn, recordsIn } from './read-facts.ts'
import type { ReadinessSource } from './source.ts'

/** Facts over the admin API, with the token that bulk sign-in has. */
export function readinessFromApi(reads: TenantReads, clock: Clock): ReadinessSource {
  const patiently = patientlyBy(clock)
  const at = (): string => new Date(clock.now()).toISOString()

  async function tenant(signal?: AbortSignal): Promise<TenantFacts> {
    const ask = (read: () => Promise<Read>) => patiently(read, signal)
    const history = await ask(() => reads.batchHistory(signal))
    const [devices, phones, calling, addresses] = await Promise.all([
      ask(() => reads.policies('TeamsSipDevicesConfiguration', signal)),
      ask(() => reads.policies('TeamsIPPhonePolicy', signal)),
      ask(() => reads.policies('TeamsCallingPolicy', signal)),
      ask(() => reads.policies('TenantTrustedIPAddress', signal)),
    ])
    const itself = await ask(() => reads.tenant(signal))
    const isDenied = !history.answer.ok && history.answer.failure.kind === 'denied'
    return {
      at: at(),
      rights: history.answer.ok ? known(true) : isDenied ? known(false) : unread(history.answer.failure.kind),
      bulkSignIn: bulkSignIn(devices),
      trustedAddresses: addresses.answer.ok
        ? countOf(addresses.answer.value)
        : unread(addresses.answer.failure.kind),
      domains: domainsIn(itself.answer),
      phonePolicies: phonePoliciesIn(phones.answer),
      callingPolicies: callingPoliciesIn(calling.answer),
    }
  }

  return {
    tenant,
    accounts: (usernames, options = {}) => askAccounts({ reads, patiently, at, usernames, ...options }),
  }
}

function bulkSignIn({ answer }: Read): TenantFacts['bulkSignIn'] {
  if (!answer.ok) return unread(answer.failure.kind)
  const [configuration] = recordsIn(answer.value) ?? []
  const value = configuration?.['bulksignin']
  if (value === undefined || value === null) return unread('absent')
  const said = String(value).toLowerCase()
  if (said === 'enabled' || said === 'true') return known(true)
  return said === 'disabled' || said === 'false' ? known(false) : unread('odd')
}

function countOf(json: unknown): TenantFacts['trustedAddresses'] {
  const records = Array.isArray(json) && json.length === 0 ? [] : recordsIn(json)
  return records?.every((record) => 'identity' in record || 'ipaddress' in record)
    ? known(records.length)
    : unread('odd')
}
