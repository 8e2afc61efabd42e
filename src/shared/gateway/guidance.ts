import { text } from '../text/index.ts'

/** A message of the service about a phone or the operator, and what can be done about it. */
export type Guidance = {
  readonly code: GuidanceCode
  /** The message as documented; what the service really writes may differ in form. */
  readonly says: string
  readonly remedy: string
  /** `later`: the same request can work by itself; `after-fix`: only once the cause is fixed. */
  readonly retry: 'later' | 'after-fix' | 'smaller-batch'
}

type GuidanceCode = keyof typeof text.gateway.remedies

/**
 * Explains an error text of the service; undefined if it is none of the documented ones. Ignores case, blanks and
 * punctuation. If several match, the one whose words come first in the text counts.
 */
export function guidanceFor(error: string): Guidance | undefined {
  const said = compact(error.replace(accountNames, ' '))
  const found = messages
    .map(({ code, tells }) => ({ code, place: placeOf(tells, said) }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place)
  return guidanceCatalogue.find(({ code }) => code === found[0]?.code) ?? entraGuidance(error)
}

/**
 * Explains a code of Microsoft Entra within an error (Microsoft, "Microsoft Entra authentication and authorization error
 * codes"). People have published such errors of phones, but no list of the possible codes.
 */
function entraGuidance(error: string): Guidance | undefined {
  const number = /\bAADSTS(\d{4,7})\b/i.exec(error)?.[1]
  if (number === undefined) return undefined
  const [code] = entraCodes.find(([, numbers]) => numbers.includes(Number(number))) ?? [
    'account-sign-in-refused' as const,
  ]
  const retry = code === 'account-locked' ? 'later' : 'after-fix'
  return { code, says: `AADSTS${number}`, remedy: text.gateway.remedies[code], retry }
}

const entraCodes: readonly (readonly [GuidanceCode, readonly number[]])[] = [
  ['user-not-found', [50034]],
  ['account-needs-mfa', [50072, 50074, 50076, 50078, 50079, 50158]],
  ['account-blocked-by-policy', [53000, 53001, 53002, 53003, 530032, 530035]],
  ['account-disabled', [50057]],
  ['account-locked', [50053]],
]

/** An account may be called after anything: duplicate.devices@contoso.com tells nothing. */
const accountNames = /\S+@\S+/g

function compact(said: string): string {
  return said.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Where the first word of a fully present group stands, or -1. */
function placeOf(groups: readonly (readonly string[])[], said: string): number {
  const places = groups
    .filter((words) => words.every((word) => said.includes(word)))
    .map(([first = '']) => said.indexOf(first))
  return places.length === 0 ? -1 : Math.min(...places)
}

type Message = {
  readonly code: GuidanceCode
  readonly says: string
  readonly retry: Guidance['retry']
  /** Groups of words in compact form; a message is recognised when all words of one group are in it. */
  readonly tells: readonly (readonly string[])[]
}

/**
 * The table "Bulk sign in error messages" (Microsoft, "Configure SIP Gateway"), and the last two from the blog
 * post about the original tool (myteamslab.com, "Bulk Sign in for Microsoft Teams SIP Gateway"). None of them is
 * promised to be literal. The more specific of two that share words comes first.
 */
const messages: readonly Message[] = [
  {
    code: 'user-not-found',
    says: 'User not found in tenant.',
    retry: 'after-fix',
    // "The user '' is not found" (OfficeDocs-SkypeForBusiness, issue 9244).
    tells: [['usernotfound'], ['userdoesnotexist'], ['userwasnotfound'], ['userisnotfound']],
  },
  {
    code: 'phone-number-missing',
    says: 'User missing phone number assignment.',
    retry: 'after-fix',
    tells: [
      ['phonenumber', 'missing'],
      ['phonenumber', 'assign'],
    ],
  },
  {
    code: 'sip-calling-policy-missing',
    says: 'User missing AllowSIPDevicesCalling policy assignment',
    retry: 'after-fix',
    tells: [['allowsipdevicescalling']],
  },
  {
    code: 'common-area-policy-missing',
    says: 'User missing CAP policy assignment.',
    retry: 'after-fix',
    tells: [['cappolicy'], ['commonareaphone', 'policy']],
  },
  {
    code: 'device-not-found',
    says: 'Device not found in records.',
    retry: 'after-fix',
    tells: [['devicenotfound'], ['devicewasnotfound']],
  },
  {
    code: 'bulk-sign-in-tag-missing',
    says: 'BulkSignIn Tag missing for the device',
    retry: 'after-fix',
    tells: [['bulksignintag']],
  },
  {
    code: 'device-offline',
    says: 'Device is offline.',
    retry: 'later',
    tells: [['offline', 'device']],
  },
  {
    code: 'public-ip-not-trusted',
    says: 'Public IP IPv4 - <ip>, IPv6 - <ip> for the device is not trusted. Please whitelist the public IP in TAC',
    retry: 'after-fix',
    tells: [['publicip', 'nottrusted']],
  },
  {
    code: 'public-ip-not-configured',
    says: 'Public IP not configured as Trusted IP.',
    retry: 'after-fix',
    tells: [['publicip', 'trustedip']],
  },
  {
    code: 'deadline-expired',
    says: 'Bulk Sign-in deadline expired.',
    retry: 'after-fix',
    tells: [['deadline', 'expired']],
  },
  {
    code: 'duplicate-devices',
    says: 'Duplicate devices found for bulk sign-in.',
    retry: 'after-fix',
    tells: [['duplicatedevice'], ['duplicate', 'hardwareid']],
  },
  {
    code: 'hardware-id-format',
    says: 'Input hardware-ID is of wrong format',
    retry: 'after-fix',
    tells: [['hardwareid', 'format']],
  },
  {
    code: 'ad-throttling',
    says: 'On-premises AD throttling detected',
    retry: 'smaller-batch',
    tells: [
      ['onprem', 'throttl'],
      ['activedirectory', 'throttl'],
    ],
  },
  {
    code: 'ad-configuration',
    says: 'On-premises AD configuration failure.',
    retry: 'after-fix',
    tells: [
      ['onprem', 'configuration'],
      ['activedirectory', 'configuration'],
    ],
  },
  {
    code: 'password-writeback',
    says: "The Password writeback service failed to set a password on the tenant's local directory.",
    retry: 'after-fix',
    tells: [['passwordwriteback'], ['password', 'localdirectory']],
  },
  {
    code: 'access-denied',
    says: 'Access Denied',
    retry: 'after-fix',
    tells: [['accessdenied'], ['accessisdenied']],
  },
]

/** Every message that is documented, each with its remedy. */
export const guidanceCatalogue: readonly Guidance[] = messages.map(({ code, says, retry }) => ({
  code,
  says,
  // Asked for when it is shown: the language is chosen after this module was loaded.
  get remedy() {
    return text.gateway.remedies[code]
  },
  retry,
}))
