import type { DeviceCodeRequest } from '@azure/msal-node'
import type { DeviceCode } from '../../shared/session.ts'
import { withoutSecrets } from '../../shared/text/secrets/without-secrets.ts'
import { type AuthContext, msalClient, scopesOf } from './msal-client.ts'
import type { AuthRequest } from './network-module.ts'
import type { SignedIn } from './signed-in.ts'

/** Signs in with a code on any device. Rejects with what MSAL throws, also when the code expires. */
export async function signInByDeviceCode(
  context: AuthContext,
  request: { readonly tenant: string | undefined; readonly onCode: (code: DeviceCode) => void },
  authRequest: AuthRequest,
): Promise<SignedIn> {
  const { clock, secrets } = context.wire
  const asked: DeviceCodeRequest = {
    scopes: scopesOf(context.signInResource),
    correlationId: authRequest.correlationId,
    deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => {
      if (authRequest.signal.aborted) return
      if (URL.parse(verificationUri)?.protocol !== 'https:') throw new Error('No https address for the code')
      const clean = (words: string): string => withoutSecrets(secrets.remove(words))
      if (clean(verificationUri) !== verificationUri) throw new Error('A secret in the address for the code')
      const expiresAt = clock.now() + expiresIn * 1000
      request.onCode({ userCode: clean(userCode), verificationUri, expiresAt })
    },
  }
  // MSAL reads `cancel` between two polls. By then nobody waits for this sign-in any more.
  authRequest.signal.addEventListener('abort', () => Object.assign(asked, { cancel: true }))
  const client = msalClient(context, authRequest, request.tenant)
  const result = await client.acquireTokenByDeviceCode(asked)
  if (!result) throw new Error('No tokens came')
  return { result, content: client.getTokenCache().serialize() }
}
