/** The words about the service: its URLs, its messages and what to do, and why a call failed. */
export const gateway = {
  urls: {
    devices: {
      'yealink-ale-phone': 'Yealink and Alcatel-Lucent Enterprise phones',
      'audiocodes-phone': 'AudioCodes phones',
      'poly-phone': 'Poly phones',
      'cisco-phone': 'Cisco IP phones (multiplatform firmware)',
      'audiocodes-ata': 'AudioCodes analog adapters (ATA)',
      'cisco-ata': 'Cisco analog adapters (ATA)',
      'poly-ata': 'Poly analog adapters (ATA)',
    },
    notes: {
      polyPhone:
        "Microsoft's list of URLs for bulk sign-in doesn't name Poly phones. This is the form that most phones use.",
      ciscoAta:
        'Sources differ: Microsoft documents /mac.cfg, older instructions print /$mac.cfg. This is the documented one.',
    },
    http: 'The URLs begin with http, not https: phones fetch their configuration without encryption.',
    language:
      "A language (lang_xx) in the same URL as a tenant ID isn't documented, so no such URL is offered. Without a language the phone shows English.",
    dhcp: 'Where no DHCP option is shown, none is documented: set the URL on the device. DHCP option 42 names the time server, option 2 the offset from UTC in seconds.',
  },
  remedies: {
    'user-not-found':
      'This tenant has no account with that name. Compare the username with the user principal name in Microsoft Entra, correct it in the list and try again.',
    'phone-number-missing': 'Assign a phone number to the account, then try again.',
    'sip-calling-policy-missing':
      'Assign the account a Teams calling policy in which AllowSIPDevicesCalling is True. A policy can take up to 24 hours to arrive.',
    'common-area-policy-missing':
      'Assign the account a Teams IP phone policy whose SignInMode is CommonAreaPhoneSignin. A policy can take up to 24 hours to arrive.',
    'device-not-found':
      "SIP Gateway doesn't know this device in this region. Check the hardware ID against the device's label, that the device took its provisioning URL, and that the URL and the list name the same region. A device that hasn't connected for weeks is off-boarded and needs a factory reset.",
    'bulk-sign-in-tag-missing':
      "The device was provisioned without this tenant's ID. Set a provisioning URL with /tenantid/ and the right tenant ID, let the device fetch it, and try again.",
    'device-offline':
      'The device is turned off or not connected. Bring it back to the network and try again.',
    'public-ip-not-configured':
      "Check two things: the tenant ID in the device's provisioning URL, and that the site's public IP address is among the trusted IP addresses in the Teams admin center. A new trusted address can take up to 24 hours.",
    'public-ip-not-trusted':
      "In the Teams admin center, add the public IP address that the service names to the trusted IP addresses, and allow up to 24 hours. If it's already there, check that the device's provisioning URL contains the tenant ID.",
    'deadline-expired':
      'Bulk sign-in reaches a new device for 72 hours after provisioning, and a signed-out one for 168 hours. Reset the device and provision it again to try once more, or sign in on the device itself.',
    'duplicate-devices':
      'The service found more than one device with this hardware ID and names their IP addresses. Compare the hardware IDs with the labels on those devices, correct the list and try again.',
    'hardware-id-format':
      'Write the hardware ID as 1A-2B-3C-D4-E5-F6, or with a port of an analog adapter as 1A-2B-3C-D4-E5-F6:001, and try again.',
    'ad-configuration':
      "The organization's on-premises Active Directory isn't set up for this. Ask its administrators to check the account, then try again.",
    'ad-throttling':
      "The on-premises Active Directory couldn't keep up. Try these phones again in smaller batches: large ones take longer and can get stuck.",
    'password-writeback':
      'The password of the account couldn\'t be reset on premises. Turn off "User must change password at next logon" and "User cannot change password" for it, set the minimum password age to 0, and try again.',
    'account-needs-mfa':
      "Microsoft Entra asks this account for multifactor authentication, which a phone can't answer. Exclude the account from the Conditional Access policy that asks for it. If security defaults are on, no account can be excluded: replace them with Conditional Access policies.",
    'account-blocked-by-policy':
      "A Conditional Access policy blocks this account's sign-in. Find it in the sign-in log of Microsoft Entra, and exclude the addresses of SIP Gateway and of your site, or the service principals of SIP Gateway.",
    'account-disabled': 'This account is disabled. Enable it in Microsoft Entra, then try again.',
    'account-locked':
      "This account is locked for now after too many wrong passwords. Wait until it's unlocked, then try again.",
    'account-sign-in-refused':
      'Microsoft Entra refused the sign-in of this account. Look the AADSTS code up at https://login.microsoftonline.com/error, and the sign-in in the sign-in log of Microsoft Entra.',
    'access-denied':
      'The signed-in account lacks a role. It needs Teams Administrator and one of Authentication Administrator, Privileged Authentication Administrator or Global Administrator; Microsoft recommends the one with the fewest rights.',
  },
  failures: {
    denied: {
      role: "This account isn't allowed to do that. Bulk sign-in needs Teams Administrator and one of Authentication Administrator, Privileged Authentication Administrator or Global Administrator; Microsoft recommends the one with the fewest rights. A role that you just activated may need a new sign-in.",
      partner:
        "This account isn't allowed to do that. Partners get this code in a customer's tenant. Check that your delegated admin relationship (GDAP) with this customer includes Teams Administrator and Authentication Administrator, or use an account of the customer's tenant that has both roles. A role that you just activated may need a new sign-in.",
    },
    expired: {
      'not-accepted': 'The service no longer accepts the sign-in. Sign in again to continue.',
      'token-unusable':
        'The access token has characters that no token has. Sign in again, or check the token file.',
    },
    /** Why there is no token for the service, by how signing in failed. */
    noToken: {
      cancelled: 'Signing in was canceled.',
      'timed-out': 'Nobody finished signing in in time.',
      'interaction-required': 'Microsoft asks for a new sign-in. Sign in again to continue.',
      'mfa-needed':
        'The tenant asks for multifactor authentication. Sign in again and answer the extra question.',
      'consent-missing': "The tenant hasn't consented to the app that signs in.",
      blocked: "A policy, or the state of the account, doesn't allow this sign-in.",
      'device-code-blocked': "The tenant doesn't allow signing in with a code.",
      'no-such-tenant': 'Microsoft knows no such tenant.',
      'wrong-tenant': "The account doesn't belong to the tenant that was asked for.",
      'other-account': 'Another account signed in than the one that was asked for.',
      'app-unknown': 'The tenant knows no app with the client ID that is used here.',
      'app-misconfigured': "The app that signs in is registered in a way that doesn't work here.",
      'browser-failed': "The browser couldn't be opened for signing in.",
      'no-network': "Microsoft couldn't be reached to renew the sign-in. Check the network connection.",
      proxy: "The proxy didn't let the renewal of the sign-in through.",
      tls: "A secure connection to renew the sign-in couldn't be made.",
      'captive-portal':
        'This network seems to want a sign-in of its own before the sign-in to Microsoft can be renewed.',
      'clock-wrong': 'The clock of this computer is wrong, and sign-ins depend on the time.',
      unavailable: "Microsoft couldn't renew the sign-in at the moment.",
      unexpected: "The sign-in couldn't be renewed, for an unknown reason. Sign in again to continue.",
    },
    throttled: (seconds: number | undefined) =>
      seconds === undefined
        ? 'The service asks for fewer requests. Wait a little before the next try.'
        : `The service asks for fewer requests, and to wait ${inSeconds(seconds)} before the next try.`,
    regionFull:
      'Too many batches are running in this region. The next one can start when one of them has ended.',
    notItsOwn: (host: string, status: number) =>
      [
        `HTTP ${status} came instead of an answer from ${host}, and not in the service's words.`,
        'A network that asks for a sign-in page, or a proxy, can cause this.',
        status === 403 ? 'If it happens again, check the roles of this account as well.' : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    notFound: "The service doesn't know what was asked for.",
    refused: (status: number, said: string | undefined) =>
      said === undefined
        ? `The service refused the request (HTTP ${status}) without saying why.`
        : `The service refused the request (HTTP ${status}): ${said}`,
    unavailable: (status: number) =>
      `The service can't answer at the moment (HTTP ${status}). Try again later.`,
    unreachable: {
      'no-address': (host: string) =>
        `No address was found for ${host}. Check the network connection and the name server.`,
      offline: () => 'This computer has no network connection. Connect it and try again.',
      refused: (host: string) =>
        `No connection to ${host} could be made. Check the network and the firewall.`,
      unreachable: (host: string) =>
        `There is no connection to ${host} at the moment. Check the network and the firewall.`,
      certificate: (host: string) =>
        `The certificate that answered for ${host} isn't trusted, so nothing was sent. A proxy that inspects traffic can cause this: ask your network administrator.`,
      proxy: (host: string) =>
        `The proxy didn't let the request through to ${host}. Check the proxy settings and its sign-in.`,
      'timed-out': (host: string) => `${host} didn't answer in time.`,
      stopped: (host: string) => `The request to ${host} was stopped before its answer came.`,
      lost: (host: string) => `The connection to ${host} broke before an answer came.`,
    },
    unexpected: {
      redirect: (host: string) =>
        `${host} redirected the request, which the service never does. A network that asks for a sign-in page can cause this.`,
      page: (host: string) =>
        `A web page came instead of an answer from ${host}. A network that asks for a sign-in page, or a proxy, can cause this.`,
      cut: (host: string) => `The answer from ${host} was cut off.`,
      large: (host: string) => `The answer from ${host} is too large to come from the service.`,
      empty: (host: string) => `The answer from ${host} is empty.`,
      json: (host: string) => `The answer from ${host} can't be read: it isn't JSON.`,
      shape: (host: string) => `This version can't read the answer from ${host}.`,
      'another-batch': (host: string) =>
        `${host} answered about another batch than the one that was asked for.`,
      missing: (host: string) =>
        `${host} doesn't know the first request of each session. It doesn't seem to be the admin service.`,
    },
  },
  simulator: { tenantName: 'Simulated tenant' },
}

function inSeconds(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}
