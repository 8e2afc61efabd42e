import type { Symptom } from '../../../site/symptom.ts'

type LeafText = { readonly look: readonly string[]; readonly likely: string }

/** A phone says 401, or will not come up: where to look first. */
export const triage = {
  lead: 'A 401 can come from different layers. Find the layer first.',
  challenge:
    'A SIP 401 with the header WWW-Authenticate asks for credentials and is no failure (RFC 3261, section 21.4.2). Look at what comes after it.',
  password:
    'Nobody knows the password of an account after bulk sign-in, so "Try the credentials in Teams" doesn\'t apply.',
  report:
    'Before you ask Microsoft for help, note where and when the error shows, the account, whether calls within Teams work, and who else has the error. Add the code, reason and correlation ID from the sign-in log, or the SIP call flow and response codes of the call.',
  whatQuestion: 'What do you see?',
  choose: 'Select one',
  group401: 'A 401',
  groupOther: 'Something else',
  whoQuestion: 'Who else has it?',
  alone: 'Only this phone or account',
  others: 'Others at this site too',
  look: 'Check first, in this order',
  likely: 'Probably',
  sources: 'Sources',
  service: 'If others have it everywhere, check service health in the Microsoft 365 admin center first.',
  symptoms: {
    client: '401 in Teams on a computer or in a browser',
    phone: '401 on a phone, but Teams itself works',
    pstn: 'The phone is signed in, but external calls fail',
    'call-leg': '401 on a call through a Session Border Controller (Direct Routing)',
    'not-onboarding': "The phone doesn't show the Teams logo",
    'web-sign-in': 'Sign-in in the browser fails',
    'no-update': "The phone doesn't change after sign-in",
    'not-listed': "The phone isn't in the Teams admin center",
    'wrong-state': 'The Teams admin center shows a wrong state',
    'no-remote-sign-in': "The phone can't be signed in from the Teams admin center",
    'signs-out': 'The phone signs itself out',
    'time-language': 'Time or language is wrong',
    'no-register': "The phone doesn't register, or has no calls or sound",
    gone: 'The phone disappears after some weeks',
    forwarding: "Call forwarding doesn't work",
  } satisfies Record<Symptom, string>,
  manyPhones: {
    look: [
      "That the site's public address is among the tenant's trusted IP addresses (a change can take up to 24 hours).",
      'The firewall and any proxy: run Check this site.',
      'A Conditional Access policy with a location that has changed.',
      'If it comes and goes: the Call Quality Dashboard, by site. It shows a call half an hour after its end, and who called for 28 days.',
    ],
    likely: 'The site (its address, firewall or proxy), not these accounts.',
  },
  leaves: {
    client: {
      look: [
        'The Microsoft Entra sign-in logs. Interactive and non-interactive sign-ins are listed separately. Note the error code and the correlation ID.',
        'The Conditional Access policies that applied to the sign-in, including those for resources other than Teams.',
        'Only if a single computer is affected: sign out, and clear the Teams cache.',
      ],
      likely: 'Multifactor authentication, Conditional Access, or an expired session.',
    },
    phone: {
      look: [
        'The provisioning URL: http, not https, with your tenant ID.',
        'A factory reset, after which the phone takes that URL again.',
        "The account's calling policy: AllowSIPDevicesCalling.",
        'Conditional Access: does the policy exclude SIP Gateway? Excluding Teams alone may not be enough.',
      ],
      likely: 'SIP Gateway or Conditional Access, rarely a wrong password.',
    },
    pstn: {
      look: [
        "The account's Teams Phone license and phone number.",
        'Enterprise Voice, and how the tenant connects to the PSTN (Calling Plan, Operator Connect, Direct Routing).',
        'The same call in Teams with another account.',
      ],
      likely: "The account's configuration, not the sign-in.",
    },
    'call-leg': {
      look: [
        'The SIP call flow in the Teams admin center, and the Direct Routing diagnostic in the Microsoft 365 admin center.',
        "Microsoft's response code for the call: one that begins with 560 means that the Session Border Controller gave the final answer.",
        "The Session Border Controller's log, and its maker's guide.",
      ],
      likely: 'Direct Routing. The account is signed in.',
    },
    'not-onboarding': {
      look: [
        "The model and its firmware in Microsoft's list.",
        'A factory reset.',
        'The provisioning URL: http, not https.',
        'The firewall, and that no proxy is in the way: run Check this site.',
        'Cisco: multiplatform firmware.',
      ],
      likely: "The phone hasn't fetched its configuration.",
    },
    'web-sign-in': {
      look: ['The credentials. After bulk sign-in, nobody knows them.', 'Conditional Access.'],
      likely: 'Conditional Access.',
    },
    'no-update': {
      look: [
        'A phone number, with PSTN calling enabled.',
        'AllowSIPDevicesCalling in the calling policy.',
        "Whether a user of another tenant was signed in before and didn't sign out.",
        'The network: run Check this site.',
      ],
      likely: 'The account lacks a phone number or the policy.',
    },
    'not-listed': {
      look: [
        "The model in Microsoft's list.",
        'That it showed the Teams logo.',
        'That someone has signed in on it at least once.',
      ],
      likely: 'Nobody has signed in on it yet.',
    },
    'wrong-state': {
      look: [
        'Offline means signed out.',
        'Refresh the page: states arrive late.',
        "Restart the phone there (Teams devices, SIP devices). A phone that can't be reached doesn't restart, whatever the page says.",
      ],
      likely: 'The page shows an old state.',
    },
    'no-remote-sign-in': {
      look: ['That the device was enrolled.', 'Sign in on the device itself, to see whether that works.'],
      likely: "It isn't enrolled in this tenant.",
    },
    'signs-out': {
      look: ['Whether the account has lost its calling policy or phone number.'],
      likely: 'The account has lost what it needs.',
    },
    'time-language': {
      look: [
        'DHCP option 42 (time server) and option 2 (offset from UTC in seconds).',
        "The language in the URL or on the phone's web page. A language in a URL with a tenant ID isn't documented.",
      ],
      likely: 'The phone was given neither.',
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
        'How long it was offline: the service forgets a signed-in phone after 30 days, a signed-out one after 14.',
        'Reset it to factory settings, and let it start again.',
      ],
      likely: 'The service has forgotten it.',
    },
    forwarding: {
      look: [
        'AllowCallRedirect in the calling policy: Enabled.',
        'Wait an hour: policy changes reach signed-in phones within an hour.',
      ],
      likely: 'AllowCallRedirect is off.',
    },
  } satisfies Record<Symptom, LeafText>,
} as const
