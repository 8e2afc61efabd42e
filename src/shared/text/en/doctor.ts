import type { CheckId, CheckOutcome, Unprepared } from '../../doctor/report.ts'
import type { GatewayFailure } from '../../gateway/failure.ts'

type Failed = GatewayFailure['kind']
type Differs = Extract<CheckOutcome, { readonly kind: 'differs' }>['how']
type Said = { readonly message: string; readonly remedy: string }

const checks: Readonly<Record<CheckId, string>> = {
  routing: 'Where the tenant is served',
  tenant: 'Tenant',
  'batch-history': 'Rights (batch history)',
  'latest-batch': 'Latest batch',
  'sip-devices': 'SIP devices configuration',
  'phone-policies': 'IP phone policies',
  'calling-policies': 'Calling policies',
  'trusted-addresses': 'Trusted IP addresses',
  'operator-account': 'Your own account',
}

const http = (status: number | undefined): string => (status === undefined ? '' : ` (HTTP ${status})`)
const sendThis = 'copy this report and send it to the project: it has no names, numbers, addresses or tokens.'
const send = 'Copy this report and send it to the project: it has no names, numbers, addresses or tokens.'

const failed: Readonly<Record<Failed, (check: string, status: number | undefined) => string>> = {
  denied: (check, status) => `${check}: the service doesn't allow this account to read it${http(status)}.`,
  expired: (check, status) => `${check}: the sign-in isn't accepted${http(status)}.`,
  throttled: (check, status) => `${check}: the service asks for fewer requests${http(status)}.`,
  refused: (check, status) => `${check}: the service refused the request${http(status)}.`,
  'region-full': (check) => `${check}: the service has no room.`,
  'not-found': (check, status) => `${check}: the service doesn't know what was asked for${http(status)}.`,
  unavailable: (check, status) => `${check}: the service can't answer at the moment${http(status)}.`,
  unreachable: (check) => `${check}: no answer came.`,
  unexpected: (check, status) =>
    `${check}: the answer doesn't look like one of the service's, or can't be read${http(status)}.`,
}

const failedRemedies: Readonly<Record<Failed, string>> = {
  denied:
    "Bulk sign-in needs Teams Administrator and one of Authentication Administrator, Privileged Authentication Administrator or Global Administrator. A role that you just activated needs a new sign-in. Partners: check the delegated admin relationship, or use an account of the customer's tenant.",
  expired: 'Sign in again, then test again.',
  throttled: 'Wait a few minutes, then test again.',
  refused: `Don't start a run yet. ${send}`,
  'region-full': 'Wait until a batch has ended, then test again.',
  'not-found': `Don't start a run yet. ${send}`,
  unavailable: 'Try again later.',
  unreachable: 'Check network, proxy and firewall, then test again.',
  unexpected: `Don't start a run yet. A proxy or a network with a sign-in page of its own can cause this. If there is none, ${sendThis}`,
}

const differs: Readonly<Record<Differs, (check: string) => string>> = {
  'missing-keys': (check) => `${check}: the answer lacks what the app needs from it.`,
  'other-shape': (check) => `${check}: the answer has another form than documented.`,
  'other-tenant': (check) =>
    `${check}: the service answers for another tenant than the one you signed in to.`,
}

const unprepared: Readonly<Record<Unprepared, Said>> = {
  'bulk-sign-in-off': {
    message: "Bulk sign-in isn't turned on in this tenant: phones wouldn't be signed in.",
    remedy:
      'Run Set-CsTeamsSipDevicesConfiguration -BulkSignIn "Enabled" in PowerShell, and allow up to 24 hours.',
  },
  'no-phone-policy': {
    message: 'No Teams IP phone policy of this tenant has the sign-in mode CommonAreaPhoneSignin.',
    remedy: 'Make such a policy and assign it to the accounts of the phones. Allow up to 24 hours.',
  },
  'no-calling-policy': {
    message: 'No Teams calling policy of this tenant has AllowSIPDevicesCalling set to True.',
    remedy: 'Set it in a policy and assign that to the accounts of the phones. Allow up to 24 hours.',
  },
  'no-trusted-address': {
    message: 'This tenant has no trusted IP addresses.',
    remedy: "Add your site's public IP addresses in the Teams admin center. Allow up to 24 hours.",
  },
}

/** The test of a tenant: what was asked, what came, and what it means. */
export const doctor = {
  title: (product: string, version: string) => `${product} ${version}: test of a tenant`,
  made: (at: string) => `Made ${at}`,
  tenant: (id: string, simulated: boolean) =>
    `Tenant ${id === '' ? 'not known' : id}${simulated ? ' (simulated)' : ''}`,
  directly: 'Connection: direct',
  byModule: (module: string | undefined, powershell: string | undefined) =>
    module === undefined || powershell === undefined
      ? "Connection: Microsoft's PowerShell module"
      : `Connection: Microsoft's PowerShell module, MicrosoftTeams ${module} in PowerShell ${powershell}`,
  promise: 'Only reads were made. Names, numbers, addresses and tokens of the answers are left out.',
  asked: (check: string) => `Asked: ${check}`,
  checks,
  outcomes: {
    expected: 'as expected',
    differs: 'differs',
    unprepared: 'not prepared',
    failed: 'failed',
    skipped: 'not asked',
  } satisfies Record<CheckOutcome['kind'], string>,
  skipped: {
    'no-batch': 'the batch history names no batch',
    'no-account': "the operator of this stand-in isn't known",
    'after-failure': 'an earlier request failed',
    'no-route': "where the tenant is served isn't known",
  },
  status: (status: number | undefined) => (status === undefined ? 'no answer' : `HTTP ${status}`),
  ms: (ms: number) => `${ms} ms`,
  correlation: (id: string) => `correlation ID ${id}`,
  present: 'came',
  missing: 'missing',
  added: 'new',
  more: (keys: number) => `and ${keys} more`,
  values: 'values',
  times: (value: string, count: number) => (count === 1 ? value : `${value} ×${count}`),
  code: 'code',
  said: 'said',
  warning: 'warning',
  verdict: 'Result',
  verdicts: {
    expected: {
      message: 'Everything that could be asked answers as expected.',
      remedy: 'Next: sign in one phone that you can look at, then five, then the rest.',
    },
    failed,
    failedRemedies,
    notNeeded: `Bulk sign-in itself doesn't need this: begin with one phone. ${send}`,
    deniedElsewhere:
      'Bulk sign-in itself may still work: start with one phone. To have everything checked, add the role Teams Administrator to this account.',
    differs,
    differsRemedies: {
      'missing-keys': `Don't start a run yet. ${send}`,
      'other-shape': `Don't start a run yet. ${send}`,
      'other-tenant': 'Sign out, sign in to the right tenant, then test again.',
    },
    unprepared,
    nothingAsked: { message: 'Not everything could be asked.', remedy: 'Test again.' },
  },
} as const
