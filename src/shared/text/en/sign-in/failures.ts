/** Why a sign-in failed: because of the account, the tenant or the sign-in itself. */
export const failures = {
  cancelled: {
    message: 'Signing in was canceled.',
    remedy: "Sign in again when you're ready.",
  },
  declined: {
    message: 'Signing in was declined on the sign-in page.',
    remedy: 'Sign in again and accept the request, or ask an administrator of the tenant to do so.',
  },
  'code-expired': {
    message: 'The code expired before anyone signed in with it.',
    remedy: 'Ask for a new code and enter it soon.',
  },
  'signed-out': {
    message: 'This account is no longer signed in here.',
    remedy: 'Sign in again.',
  },
  'interaction-required': {
    message: 'Microsoft asks for a new sign-in: the stored one has expired or was revoked.',
    remedy: 'Sign in again to continue.',
  },
  'password-expired': {
    message: 'The password of this account has expired or must be changed.',
    remedy: 'Change the password, then sign in again.',
  },
  'mfa-needed': {
    message: 'The tenant asks for multifactor authentication.',
    remedy:
      'Sign in again and answer the extra question. An account without a second factor sets one up there.',
  },
  'service-missing': {
    message: "This tenant doesn't have the Teams admin service.",
    remedy: "Check that it's the right tenant and that it has Teams licenses.",
  },
  'conditional-access': {
    message: "A Conditional Access policy of the tenant doesn't allow this sign-in.",
    remedy:
      'Ask your Entra administrator to look up the correlation ID in the sign-in logs. They show which policy it was.',
  },
  'device-not-trusted': {
    message: 'The tenant allows this sign-in only from a device that it manages.',
    remedy: 'Use a computer that is enrolled in the tenant, or ask your Entra administrator.',
  },
  'tenant-restricted': {
    message:
      'A policy of one of the two organizations, or of the network, restricts access from here to this tenant.',
    remedy:
      'Ask the Entra administrators of both organizations. The correlation ID tells them which policy it was.',
  },
  'account-at-risk': {
    message: 'Microsoft has blocked this account because it looks at risk.',
    remedy: 'Ask your Entra administrator to check the account under Identity Protection.',
  },
  'account-disabled': {
    message: 'This account is disabled.',
    remedy: 'Sign in with another account, or ask an administrator to enable this one.',
  },
  'account-locked': {
    message: 'This account is locked, or the sign-in comes from an address that Microsoft distrusts.',
    remedy:
      'Wait a while and sign in again. If it happens again, ask an administrator to look up the sign-in.',
  },
  'device-code-blocked': {
    message: "The tenant doesn't allow signing in with a code.",
    remedy: 'Sign in with the browser on this computer instead.',
  },
  'tenant-not-found': {
    message: "Microsoft can't tell which tenant you mean.",
    remedy: 'Name the tenant: one of its domains, such as contoso.com, or its ID.',
  },
  'other-cloud': {
    message: 'This tenant belongs to another Microsoft cloud.',
    remedy: 'SIP Gateway exists only in the worldwide cloud and in GCC. Choose a tenant there.',
  },
  'wrong-tenant': {
    message: "The account you chose doesn't belong to the tenant that you asked for.",
    remedy: 'Sign in with an account of that tenant, or one that is a guest there.',
  },
  'browser-failed': {
    message: "The browser couldn't be opened.",
    remedy: 'Check that a default browser is set, or sign in with a code instead.',
  },
  refused: {
    message: "Microsoft didn't accept the sign-in.",
    remedy:
      'Try again. If it happens again, give the code, the correlation ID and the time to Microsoft support.',
  },
  unexpected: {
    message: 'Signing in failed for an unknown reason.',
    remedy: 'Try again. If it happens again, give the correlation ID and the time to Microsoft support.',
  },
}
