import type { FixReason } from '../../readiness/fix-files.ts'
import type { AccountCheck, PersonSign } from '../../readiness/readiness.ts'
import { count, plural } from '../plural.ts'
import { inventory } from './inventory.ts'

const policyTakes = 'A policy can take up to 24 hours to arrive.'

const personSigns = {
  name: "it's named like a person",
  plan: "it has a license that people have and phones don't, audio conferencing",
  policy: 'someone gave it an IP phone policy for signing in as a user',
} satisfies Record<PersonSign, string>

const isPersonSign = (value: string): value is PersonSign => Object.hasOwn(personSigns, value)

/** The words about phones that may not sign in, before anything is reset. */
export const readiness = {
  statuses: { ready: 'ready', fails: 'will fail', 'may-fail': 'may fail', unread: "couldn't be read" },
  tenant: {
    rights: {
      ready: () => 'You may use bulk sign-in.',
      fails: () =>
        'You may not use bulk sign-in: it needs Teams Administrator and one of Authentication Administrator, Privileged Authentication Administrator or Global Administrator. After you activate a role, sign in again.',
      unread: 'Your rights',
    },
    'bulk-sign-in': {
      ready: () => 'Bulk sign-in is on in this tenant.',
      fails: () => 'Bulk sign-in is off in this tenant. Turn it on, and allow up to 24 hours.',
      unread: 'Whether bulk sign-in is on',
    },
    'trusted-addresses': {
      ready: () => "This tenant has trusted IP addresses. Whether your site is among them isn't checked.",
      fails: () =>
        'This tenant has no trusted IP address. Add the public address of each site, and allow up to 24 hours.',
      unread: 'Trusted IP addresses',
    },
  },
  account: {
    exists: {
      ready: () => 'The account exists.',
      fails: () => 'This tenant has no account with that name. Compare the username with Microsoft Entra.',
      unread: 'The account',
    },
    enabled: {
      ready: () => 'The account is enabled.',
      fails: () => 'The account is disabled. Enable it in Microsoft Entra.',
      unread: 'Whether the account is enabled',
    },
    kind: {
      ready: () => "It's a user account.",
      fails: (value: string) =>
        value === 'deleted'
          ? 'The account is deleted. Restore it, or use another one.'
          : `The account is of the kind ${value}, which can't sign in on a phone. Use a user account.`,
      unread: 'The kind of account',
    },
    domain: {
      ready: () => 'The domain belongs to this tenant.',
      fails: (value: string) => `${value} isn't a verified domain of this tenant. Correct the username.`,
      unread: "The tenant's domains",
    },
    licence: {
      ready: () => 'The account has Teams Phone.',
      fails: () =>
        'The account has no license with Teams Phone. Assign one, such as Microsoft Teams Shared Devices.',
      unread: 'Licenses',
    },
    number: {
      ready: () => 'The account has a phone number.',
      fails: () => 'The account has no phone number. Assign one.',
      unread: 'The phone number',
    },
    'phone-policy': {
      ready: (value: string) => `The IP phone policy ${value} is for common area phones.`,
      fails: (value: string) =>
        `The IP phone policy ${value} isn't for common area phones. Assign one whose SignInMode is CommonAreaPhoneSignIn. ${policyTakes}`,
      unread: 'The IP phone policy',
    },
    'calling-policy': {
      ready: (value: string, note: boolean) =>
        note
          ? `The calling policy ${value} allows SIP devices. It doesn't forward calls: AllowCallRedirect is off.`
          : `The calling policy ${value} allows SIP devices.`,
      fails: (value: string) =>
        `The calling policy ${value} doesn't allow SIP devices. Assign one with AllowSIPDevicesCalling. ${policyTakes}`,
      unread: 'The calling policy',
    },
    'usage-location': {
      ready: () => 'The account has a usage location.',
      fails: () =>
        'The account has no usage location, which licenses and numbers need. Set it in Microsoft Entra.',
      unread: 'The usage location',
    },
    'on-premises': {
      ready: () => "The account isn't synced from on-premises.",
      fails: () =>
        'The account is synced from on-premises Active Directory. Check there: "must change password at next logon" and "cannot change password" are off (Get-ADUser -Properties PasswordExpired, pwdLastSet, CannotChangePassword), the minimum password age is 0 (Get-ADDefaultDomainPasswordPolicy), and password writeback is on.',
      unread: 'Whether the account is synced from on-premises',
    },
    person: {
      ready: () => "Nothing suggests that it's a person's account.",
      fails: (value: string) =>
        `This may be a person's account: ${isPersonSign(value) ? personSigns[value] : personSigns.name}. Signing in its phone resets the password, and the person is locked out. Make sure before you continue.`,
      unread: "Whether it's a person's account",
    },
  },
  unread: (what: string, why: string) => `${what}: couldn't be read (${why}).`,
  why: {
    absent: "the tenant doesn't say",
    odd: 'the answer has another form than documented',
    denied: 'no rights',
    expired: 'the sign-in has ended',
    throttled: 'too many requests',
    refused: 'refused',
    'region-full': 'refused',
    'not-found': 'not offered by this tenant',
    unavailable: "the service can't answer",
    unreachable: 'no answer',
    stopped: 'the check was stopped',
    unexpected: 'the answer has another form than documented',
  },
  /** Phones that have one thing in common, for lists of reasons; what fails or may fail. */
  reasons: {
    person: (phones: number) => `${plural(phones, 'account')} may be a person's own`,
    exists: (phones: number) => `${plural(phones, 'phone')} without an account in this tenant`,
    enabled: (phones: number) => `${plural(phones, 'account')} disabled`,
    kind: (phones: number) => `${plural(phones, 'account')} deleted or of another kind than user`,
    domain: (phones: number) => `${plural(phones, 'account')} of a domain that this tenant hasn't verified`,
    licence: (phones: number) => `${plural(phones, 'account')} without a Teams Phone license`,
    number: (phones: number) => `${plural(phones, 'account')} without a phone number`,
    'phone-policy': (phones: number) =>
      `${plural(phones, 'account')} without an IP phone policy for common area phones`,
    'calling-policy': (phones: number) =>
      `${plural(phones, 'account')} with a calling policy that doesn't allow SIP devices`,
    'usage-location': (phones: number) => `${plural(phones, 'account')} without a usage location`,
    'on-premises': (phones: number) => `${plural(phones, 'account')} synced from on-premises`,
  } satisfies Record<AccountCheck, (phones: number) => string>,
  unreadReason: (what: string, phones: number) => `${what}: couldn't be read for ${plural(phones, 'phone')}`,
  widespread: (reason: string, phones: number) =>
    `${reason}, of ${plural(phones, 'phone')}: more than half fail for this one reason. Look at one of them in the admin center before you leave any out.`,
  row: (row: number, username: string, status: string) => `Row ${row}  ${username}  ${status}`,
  summary: (phones: number, ready: number, fails: number, mayFail: number, unread: number) =>
    `${plural(phones, 'phone')}: ${count(ready)} ready, ${count(fails)} will fail, ${count(mayFail)} may fail, ${count(unread)} couldn't be read.`,
  fix: {
    about: {
      'bulk-sign-in': 'Turns bulk sign-in on for the tenant.',
      'trusted-addresses': 'Adds a trusted IP address to the tenant.',
      licence: 'Assigns the license Microsoft Teams Shared Devices to accounts without Teams Phone.',
      number: 'Assigns phone numbers to accounts without one.',
      'phone-policy': 'Assigns an IP phone policy for common area phones.',
      'calling-policy': 'Assigns a calling policy that allows SIP devices.',
      'usage-location': 'Sets the usage location, which licenses and numbers need.',
      'on-premises': 'Shows what your on-premises directory says of the accounts. It changes nothing.',
    } satisfies Record<FixReason, string>,
    location: 'Needs the module Microsoft.Graph. Fill in the country, two letters such as US or DE.',
    directory: [
      'Needs the module ActiveDirectory, and a computer that reaches a domain controller.',
      'PasswordExpired True, or pwdLastSet 0: clear "User must change password at next logon".',
      'CannotChangePassword True: clear "User cannot change password".',
      "MinPasswordAge above 0: set it to 0 for these accounts, or a password that was just set can't be reset.",
      'Password writeback of Microsoft Entra Connect has to be on.',
    ],
    whatIf:
      'Shows what it would do. Read it, then set $whatIf to $false to do it. Policies can take up to 24 hours.',
    address: 'Fill in the public IP address of the site.',
    licence:
      'Needs the module Microsoft.Graph. Where licenses are assigned by group, add the accounts to that group instead.',
    number:
      'Fill in the numbers in phone-numbers.csv beside this script, and set $numberType first: DirectRouting, CallingPlan or OperatorConnect.',
    noAddress: 'No address is filled in.',
    noLocation: 'No usage location is filled in.',
    noNumberType: 'No type of number is filled in.',
    people:
      "These are left out: they may be people's own accounts, or it couldn't be read whether they are. The script would turn them into phones.",
    nobody: 'No other account is concerned: there is nothing to do here.',
    others: 'These policies fit as well:',
    none: 'No policy of the tenant fits, so this makes one:',
    unknown: "The tenant's policies couldn't be read. Name one that fits, or make one with this line:",
  },
  inventory,
  notSeen:
    'What nobody can see from here: no multifactor authentication and no Conditional Access policy may stop these accounts, and security defaults must be off.',
}
