import type { Symptom } from '../../../site/symptom.ts'

type LeafText = { readonly look: readonly string[]; readonly likely: string }

/** A phone says 401, or will not come up: where to look first. */
export const triage = {
  lead: 'The same number comes from different layers. Find the layer first, and the rest is short.',
  challenge:
    'A SIP 401 with the header WWW-Authenticate is a question for credentials, not a failure (RFC 3261, section 21.4.2): look at what comes after it.',
  password:
    'After a bulk sign-in nobody knows the password of the account. "Try the credentials in Teams" does not apply to these accounts.',
  report:
    'Before you ask Microsoft for help, write down: where it shows, the time and the account, whether calls within Teams work, and who else has it. Add the code, the reason and the correlation ID of the sign-in log, or the SIP call flow and the response codes of the call.',
  whatQuestion: 'What do you see?',
  choose: 'Choose one',
  group401: 'A 401',
  groupOther: 'Something else',
  whoQuestion: 'Who else has it?',
  alone: 'This phone or account alone',
  others: 'Others at the same site too',
  look: 'Look here first, in this order',
  likely: 'Probably',
  sources: 'Sources',
  service:
    'If others have it in all places, look at the service health in the Microsoft 365 admin center before anything else.',
  symptoms: {
    client: '401 in Teams on a computer or in a browser',
    phone: '401 on a phone, Teams itself works',
    pstn: 'The phone is signed in, only calls to and from outside fail',
    'call-leg': '401 on a call through a Session Border Controller (Direct Routing)',
    'not-onboarding': 'The phone does not come up with the Teams logo',
    'web-sign-in': 'The sign-in in the browser fails',
    'no-update': 'The phone does not change after the sign-in',
    'not-listed': 'The phone is not in the Teams admin center',
    'wrong-state': 'The Teams admin center shows a wrong state',
    'no-remote-sign-in': 'The phone cannot be signed in from the Teams admin center',
    'signs-out': 'The phone signs itself out',
    'time-language': 'Time or language is wrong',
    'no-register': 'The phone does not register, or has no calls or no sound',
    gone: 'The phone is gone after some weeks',
    forwarding: 'Call forwarding does not work',
  } satisfies Record<Symptom, string>,
  manyPhones: {
    look: [
      'The public address of the site among the trusted IP addresses of the tenant (up to 24 hours after a change).',
      'The firewall and any proxy: run Check this site.',
      'A Conditional Access policy with a place that has changed.',
      'If it comes and goes: the Call Quality Dashboard by site. It has a call half an hour after its end, and forgets who it was after 28 days.',
    ],
    likely: 'The site: its address, its firewall or its proxy, not these accounts.',
  },
  leaves: {
    client: {
      look: [
        'The sign-in logs of Microsoft Entra: interactive and non-interactive sign-ins, they are listed apart. Note the error code and the correlation ID.',
        'The policies of Conditional Access that the sign-in met, also for other resources than Teams.',
        'Only if one computer alone is concerned: sign out, and clear the cache of Teams.',
      ],
      likely: 'Multifactor authentication, Conditional Access, or a session that has expired.',
    },
    phone: {
      look: [
        'The provisioning URL: http, not https, and with the ID of your tenant.',
        'A factory reset, after which the phone takes that URL again.',
        'The calling policy of the account: AllowSIPDevicesCalling.',
        'Conditional Access: does the policy leave out SIP Gateway? Excluding Teams alone may not be enough.',
      ],
      likely: 'SIP Gateway or Conditional Access, seldom a wrong password.',
    },
    pstn: {
      look: [
        'The licence with Teams Phone, and the phone number of the account.',
        'Enterprise Voice, and how the tenant reaches the telephone network (Calling Plan, Operator Connect, Direct Routing).',
        'The same call from Teams with another account.',
      ],
      likely: 'The configuration of the account, not the sign-in.',
    },
    'call-leg': {
      look: [
        'The SIP call flow of the call in the Teams admin center, and the diagnostic for Direct Routing in the Microsoft 365 admin center.',
        "Microsoft's response code of the call: one that begins with 560 means that the Session Border Controller gave the final answer.",
        "The log of the Session Border Controller, and its maker's guide.",
      ],
      likely: 'Direct Routing: the account is signed in all right.',
    },
    'not-onboarding': {
      look: [
        "The model and its firmware in Microsoft's list.",
        'A factory reset.',
        'The provisioning URL: http, not https.',
        'The firewall, and that no proxy is in the way: run Check this site.',
        'Cisco: multiplatform firmware.',
      ],
      likely: 'The phone has not fetched its configuration.',
    },
    'web-sign-in': {
      look: [
        'The credentials. For an account that was signed in in bulk nobody has them.',
        'Conditional Access.',
      ],
      likely: 'Conditional Access.',
    },
    'no-update': {
      look: [
        'A phone number, with calls to the telephone network enabled.',
        'AllowSIPDevicesCalling in the calling policy.',
        "Whether a user of another tenant was signed in before and didn't sign out.",
        'The network: run Check this site.',
      ],
      likely: 'The account lacks a number or the policy.',
    },
    'not-listed': {
      look: [
        "The model in Microsoft's list.",
        'That it came up with the Teams logo.',
        'That somebody has signed in on it at least once.',
      ],
      likely: 'Nobody has signed in on it yet.',
    },
    'wrong-state': {
      look: [
        'Offline means signed out.',
        'Refresh the page: states come late.',
        'Restart the phone there (Teams devices, SIP devices). One that cannot be reached does not obey, whatever the page says.',
      ],
      likely: 'The page is older than the phone.',
    },
    'no-remote-sign-in': {
      look: ['That the device was enrolled.', 'Sign in on the device itself, to see whether that works.'],
      likely: 'It is not enrolled in this tenant.',
    },
    'signs-out': {
      look: ['Whether the calling policy or the phone number was taken from the account.'],
      likely: 'The account has lost what it needs.',
    },
    'time-language': {
      look: [
        'DHCP option 42 (time server) and option 2 (offset from UTC in seconds).',
        'The language in the URL or in the web page of the phone. In a URL with a tenant ID a language is not documented.',
      ],
      likely: 'The phone was told neither.',
    },
    'no-register': {
      look: [
        'TCP 5061 and UDP 49152-53247 to 52.112.0.0/14 and 52.122.0.0/15: run Check this site.',
        'Whether others have it too: then it may be the service.',
        'Restart the phone.',
        'The same call in Teams.',
      ],
      likely: 'The firewall.',
    },
    gone: {
      look: [
        'How long it had no connection: the service forgets a signed-in phone after 30 days, a signed-out one after 14.',
        'Reset it to factory settings, and let it come up again.',
      ],
      likely: 'The service has forgotten it.',
    },
    forwarding: {
      look: [
        'AllowCallRedirect in the calling policy: Enabled.',
        'Wait an hour: changes of a policy reach phones that are signed in within an hour.',
      ],
      likely: 'AllowCallRedirect is off.',
    },
  } satisfies Record<Symptom, LeafText>,
} as const
