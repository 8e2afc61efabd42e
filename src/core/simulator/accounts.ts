import { type Guidance, guidanceCatalogue } from '../../shared/gateway/guidance.ts'
import { simulatedOperator } from './identity.ts'
import { seededRandom } from './random.ts'

/** The fault of an account in the simulated tenant, and the error of its phone then. */
const defects = {
  missing: 'user-not-found',
  'no-number': 'phone-number-missing',
  'no-calling-policy': 'sip-calling-policy-missing',
  'no-phone-policy': 'common-area-policy-missing',
  // An account without Teams Phone, or of another kind, cannot have a number.
  unlicensed: 'phone-number-missing',
  'resource-account': 'phone-number-missing',
  guest: 'common-area-policy-missing',
  disabled: 'account-disabled',
  // Readiness shows that these may fail. Here their phones sign in, or fail for a reason that no lookup shows.
  'no-location': undefined,
  synced: undefined,
  'synced-unwritable': 'password-writeback',
  'synced-misconfigured': 'ad-configuration',
  'synced-throttled': 'ad-throttling',
  personal: undefined,
} as const

type AccountDefect = keyof typeof defects
const accountDefects = Object.keys(defects) as readonly AccountDefect[]

/** Problems with an on-premises directory. A lookup tells only that the account is synced. */
export const directoryProblems: ReadonlySet<string> = new Set([
  'password-writeback',
  'ad-configuration',
  'ad-throttling',
])

/** Problems that a lookup of accounts can explain. A phone with a good account never fails for them. */
export const accountProblems: ReadonlySet<string> = new Set(
  Object.values(defects).flatMap((code) => (code === undefined || directoryProblems.has(code) ? [] : [code])),
)

export type SimulatedAccounts = {
  /** As /Teams.User answers it; undefined where there is no such account. */
  find(username: string): Readonly<Record<string, unknown>> | undefined
  /** The error that a phone of this account fails with. */
  problemOf(username: string): string | undefined
  /** The domains of the accounts that were found. The tenant shows them as verified, so any list fits. */
  domains(): readonly string[]
}

/** Decides by seed and username which accounts have a defect, and which one. `share` from 0 to 1. */
export function createAccounts(seed: number, share: number): SimulatedAccounts {
  const domains = new Set<string>()

  function defectOf(username: string): AccountDefect | undefined {
    const random = seededRandom(seed, 'account', username.toLowerCase())
    return random() < share ? accountDefects[Math.floor(random() * accountDefects.length)] : undefined
  }

  return {
    find(username) {
      const name = username.toLowerCase()
      const at = name.lastIndexOf('@')
      if (at <= 0 || name === simulatedOperator.username) return undefined
      domains.add(name.slice(at + 1))
      const defect = defectOf(name)
      return defect === 'missing' ? undefined : account(name, defect)
    },
    problemOf(username) {
      const defect = defectOf(username)
      const code = defect && defects[defect]
      return code && says(code)
    },
    domains: () => [...domains],
  }
}

const says = (code: Guidance['code']): string =>
  guidanceCatalogue.find((one) => one.code === code)?.says ?? 'AADSTS50057: The user account is disabled.'

/** Keys as /Teams.User answers them (terraprovider/go-teams); the operator's own is in prepared-tenant.ts. */
function account(userPrincipalName: string, defect: AccountDefect | undefined) {
  const isOther = defect === 'resource-account' || defect === 'guest'
  const hasNumber = defect !== 'no-number' && defect !== 'unlicensed' && !isOther
  const hasPlan = defect !== 'unlicensed' && !isOther
  const plan = (capability: string) => ({ capability, capabilityStatus: 'Enabled' })
  const policy = (policyType: string, displayName: string) => ({
    policyType,
    policyAssignment: { displayName, assignmentType: 'Direct' },
  })
  return {
    userPrincipalName,
    accountEnabled: defect !== 'disabled',
    accountType: defect === 'guest' ? 'Guest' : defect === 'resource-account' ? 'ResourceAccount' : 'User',
    softDeletionTimestamp: null,
    lineUri: hasNumber ? 'tel:+15550100' : null,
    enterpriseVoiceEnabled: hasNumber,
    usageLocation: defect === 'no-location' ? null : 'NO',
    userDirSyncEnabled: defect?.startsWith('synced') === true,
    assignedPlan: [
      plan('TEAMS1'),
      ...(hasPlan ? [plan('MCOEV')] : []),
      ...(defect === 'resource-account' ? [plan('MCOEV_VIRTUALUSER')] : []),
      ...(defect === 'personal' ? [plan('MCOMEETADV')] : []),
    ],
    featureTypes: hasPlan ? ['Teams', 'PhoneSystem'] : ['Teams'],
    effectivePolicyAssignments: [
      ...(defect === 'no-calling-policy' ? [] : [policy('TeamsCallingPolicy', 'SipDevices')]),
      ...(defect === 'no-phone-policy' || isOther ? [] : [policy('TeamsIPPhonePolicy', 'CommonAreaPhone')]),
    ],
  }
}
