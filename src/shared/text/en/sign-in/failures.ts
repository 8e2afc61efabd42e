/** How a sign-in ends that comes to nothing: what is known of the account, the tenant or the sign-in itself. */
export const failures = {
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
    remedy: 'Try again. If it stays so, give the code, the correlation ID and the time to Microsoft support.',
  },
  unexpected: {
    message: 'Signing in failed in a way that is not known here.',
    remedy: 'Try again. If it stays so, give the correlation ID and the time to Microsoft support.',
  },
}
