import { duration } from '../duration.ts'
import { quoted } from '../quoted.ts'

/** Why signing in did not work and what to do, and what is said of the stored sign-in. */
export const signIn = {
  failures: {
    cancelled: {
      message: 'Signing in was cancelled.',
      remedy: 'Sign in again when you are ready.',
    },
    declined: {
      message: 'Signing in was declined on the sign-in page.',
      remedy:
        'Sign in again and accept what the page asks for, or ask an administrator of the tenant to do it.',
    },
    'code-expired': {
      message: 'The code has expired before anybody signed in with it.',
      remedy: 'Ask for a new code and enter it soon.',
    },
    'signed-out': {
      message: 'This account is not signed in here any more.',
      remedy: 'Sign in again.',
    },
    'interaction-required': {
      message: 'Microsoft asks for a new sign-in: the stored one has expired or was withdrawn.',
      remedy: 'Sign in again to go on.',
    },
    'password-expired': {
      message: 'The password of this account has expired or must be changed.',
      remedy: 'Change the password, then sign in again.',
    },
    'mfa-needed': {
      message: 'The tenant asks for multifactor authentication.',
      remedy:
        'Sign in again and answer the extra question. An account that has no second factor yet sets it up there.',
    },
    'service-missing': {
      message: 'This tenant does not have the Teams admin service.',
      remedy: 'Check that it is the right tenant and that it has Teams licences.',
    },
    'conditional-access': {
      message: 'A Conditional Access policy of the tenant does not allow this sign-in.',
      remedy:
        'Ask the people who run Microsoft Entra to look up the correlation ID in the sign-in logs. They see which policy it was.',
    },
    'device-not-trusted': {
      message: 'The tenant allows this sign-in only from a device that it manages.',
      remedy: 'Use a computer that is enrolled in the tenant, or ask the people who run Microsoft Entra.',
    },
    'tenant-restricted': {
      message:
        'Access from here to this tenant is restricted by a policy, of one of the two organisations or of the network.',
      remedy:
        'Ask the people who run Microsoft Entra in both organisations. The correlation ID tells them which policy it was.',
    },
    'account-at-risk': {
      message: 'Microsoft has blocked this account because it looks at risk.',
      remedy: 'Ask the people who run Microsoft Entra to look at the account under Identity Protection.',
    },
    'account-disabled': {
      message: 'This account is disabled.',
      remedy: 'Sign in with another account, or ask an administrator to enable this one.',
    },
    'account-locked': {
      message: 'This account is locked, or the sign-in comes from an address that Microsoft distrusts.',
      remedy: 'Wait a while and sign in again. If it stays so, ask an administrator to look up the sign-in.',
    },
    'device-code-blocked': {
      message: 'The tenant does not allow signing in with a code.',
      remedy: 'Sign in with the browser on this computer instead.',
    },
    'tenant-not-found': {
      message: 'Microsoft cannot tell which tenant is meant.',
      remedy: 'Name the tenant: one of its domains, such as contoso.com, or its ID.',
    },
    'other-cloud': {
      message: 'This tenant belongs to another Microsoft cloud.',
      remedy: 'SIP Gateway exists only in the worldwide cloud and in GCC. Choose a tenant there.',
    },
    'wrong-tenant': {
      message: 'The account that was chosen does not belong to the tenant that was asked for.',
      remedy: 'Sign in with an account of that tenant, or one that is a guest there.',
    },
    'browser-failed': {
      message: 'The browser could not be opened.',
      remedy: 'Check that a default browser is set, or sign in with a code instead.',
    },
    refused: {
      message: 'Microsoft did not accept the sign-in.',
      remedy:
        'Try again. If it stays so, give the code, the correlation ID and the time to Microsoft support.',
    },
    unexpected: {
      message: 'Signing in failed in a way that is not known here.',
      remedy: 'Try again. If it stays so, give the correlation ID and the time to Microsoft support.',
    },
  },
  /** What Microsoft says of the application, by its client ID. */
  application: {
    'consent-missing': (clientId: string) => ({
      message: `The application ${clientId} has no consent in this tenant to use the Teams admin service.`,
      remedy:
        'Ask an administrator of the tenant to consent to it in the Microsoft Entra admin center, under Enterprise applications, Permissions. Then sign in again.',
    }),
    'permission-missing': (clientId: string) => ({
      message: `The application ${clientId} does not ask for the Teams admin service in its registration.`,
      remedy:
        'Add the delegated permission user_impersonation on "Skype and Teams Tenant Admin API" to the app registration, grant admin consent, and sign in again.',
    }),
    'partner-consent-missing': (clientId: string) => ({
      message: `The application ${clientId} is not authorised in this customer's tenant, which partners need.`,
      remedy:
        'Ask an administrator of the customer to consent to it, or give the consent through Partner Center. Then sign in again.',
    }),
    'not-assigned': (clientId: string) => ({
      message: `This account is not assigned to the application ${clientId}.`,
      remedy: 'Ask an administrator to assign it under Enterprise applications, Users and groups.',
    }),
    'application-disabled': (clientId: string) => ({
      message: `The application ${clientId} is disabled in this tenant.`,
      remedy:
        'Ask an administrator to enable it under Enterprise applications, or use another client ID in the settings.',
    }),
    'app-unknown': (clientId: string) => ({
      message: `The tenant knows no application with the client ID ${clientId}.`,
      remedy:
        'Check the client ID and the tenant in the settings: an app registration counts in its own tenant first.',
    }),
    'public-client-off': (clientId: string) => ({
      message: `The application ${clientId} is not registered as a public client.`,
      remedy: 'In its app registration, under Authentication, allow public client flows. Then sign in again.',
    }),
    'single-tenant': (clientId: string) => ({
      message: `The application ${clientId} is registered for one tenant only.`,
      remedy: 'Name that tenant in the settings, or register the application for several tenants.',
    }),
    'redirect-missing': (clientId: string) => ({
      message: `The application ${clientId} does not allow the address that the browser returns to.`,
      remedy:
        'In its app registration, under Authentication, add the platform "Mobile and desktop applications" with the redirect URI http://localhost. Then sign in again.',
    }),
  },
  /** What the way to the authority shows, by the authority's host. */
  network: {
    'no-address': (host: string) => ({
      message: `No address was found for ${host}.`,
      remedy: 'Check the network and its name service (DNS), then try again.',
    }),
    offline: () => ({
      message: 'This computer is offline.',
      remedy: 'Connect it to the network, then try again.',
    }),
    refused: (host: string) => ({
      message: `No connection to ${host} could be made.`,
      remedy: 'Check the network and the firewall, then try again.',
    }),
    'timed-out': (host: string) => ({
      message: `${host} did not answer in time.`,
      remedy: 'Check the network, then try again.',
    }),
    lost: (host: string) => ({
      message: `The connection to ${host} broke before the answer was there.`,
      remedy: 'Check the network, then try again.',
    }),
    'proxy-asks': (host: string) => ({
      message: `The proxy on the way to ${host} asks for a user name and a password.`,
      remedy:
        'Sign in to the proxy in the way that is usual here, or ask the people who run the network to let this app through.',
    }),
    'proxy-fails': (host: string) => ({
      message: `The proxy on the way to ${host} cannot be reached or does not let the request through.`,
      remedy: 'Check the proxy settings of this computer, or ask the people who run the network.',
    }),
    'proxy-blocks': (host: string, status: number) => ({
      message: `A web page with status ${status} came instead of an answer of ${host}. Something on the way seems to block it.`,
      remedy: `Ask the people who run the network to allow ${host}.`,
    }),
    certificate: (host: string) => ({
      message: `The certificate that answered for ${host} is not trusted on this computer, so nothing was sent.`,
      remedy:
        'A proxy that inspects traffic causes this when its own certificate is not installed here. Ask the people who run the network to install it, or not to inspect this address.',
    }),
    tls: (host: string) => ({
      message: `No secure connection to ${host} came about.`,
      remedy:
        'A proxy or a network that asks for a sign-in page can cause this. Ask the people who run the network.',
    }),
    'portal-page': (host: string) => ({
      message: `A web page came instead of an answer of ${host}. This network seems to want a sign-in of its own.`,
      remedy: 'Open any web page in the browser, sign in to the network there, then try again.',
    }),
    'portal-redirect': (host: string) => ({
      message: `The request to ${host} was sent elsewhere. This network seems to want a sign-in of its own.`,
      remedy: 'Open any web page in the browser, sign in to the network there, then try again.',
    }),
    garbled: (host: string) => ({
      message: `The answer of ${host} cannot be read.`,
      remedy:
        'Try again. If it stays so, something on the way may change the answers: ask the people who run the network.',
    }),
    busy: (host: string) => ({
      message: `${host} has trouble or asks for fewer requests.`,
      remedy: 'Wait a few minutes and try again.',
    }),
  },
  particular: {
    timedOut: (waitedMs: number) => ({
      message: `Nobody finished signing in within ${duration(waitedMs)}.`,
      remedy:
        'Sign in again. If the sign-in page showed an error, note what it says: it cannot reach the app by itself. If no page opened, sign in with a code instead.',
    }),
    noSuchTenant: (tenant: string) => ({
      message: `Microsoft knows no tenant ${quoted(tenant)}.`,
      remedy:
        'Check the spelling. A tenant is named by one of its domains, such as contoso.com, or by its ID.',
    }),
    notATenant: (tenant: string) => ({
      message: `${quoted(tenant)} is neither a domain nor a tenant ID.`,
      remedy: "Enter one of the tenant's domains, such as contoso.com, or its ID.",
    }),
    otherTenant: (asked: string, got: string) => ({
      message: `The sign-in was for ${quoted(asked)}, but Microsoft answered for the tenant ${got}. Nothing was kept.`,
      remedy: 'Sign in again and choose an account of the tenant that you asked for.',
    }),
    clockWrong: (offMs: number) => ({
      message: `The clock of this computer is ${duration(Math.abs(offMs))} ${offMs > 0 ? 'ahead' : 'behind'}, and sign-ins depend on the time.`,
      remedy: 'Set date, time and time zone right, then sign in again.',
    }),
    certificateDates: (host: string, here: string) => ({
      message: `By the clock of this computer (${here}) the certificate of ${host} is not valid.`,
      remedy:
        'Check date, time and time zone. If they are right, a proxy that inspects traffic has an expired certificate: ask the people who run the network.',
    }),
  },
  cache: {
    memoryOnly: {
      message: 'The sign-in is kept until the app ends: this computer offers no encryption for it.',
      remedy: 'Sign in again at the next start, or set up a keyring.',
    },
    unreadable: {
      message: 'The stored sign-in cannot be read. It was put aside, and nobody is signed in.',
      remedy: 'Sign in again.',
    },
    notWritten: {
      message: 'The sign-in could not be stored. It lasts until the app ends.',
      remedy: 'Check that there is room on the disk and that the folder of the app may be written to.',
    },
    notErased: {
      message: 'You are signed out, but the stored sign-in could not be erased.',
      remedy: 'Delete the file of the stored sign-in in the data folder of the app.',
    },
  },
}
