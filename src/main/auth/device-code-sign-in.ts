import type { DeviceCodeRequest } from '@azure/msal-node'
import type { DeviceCode } from '../../shared/session.ts'
import { msalClient, type Surroundings, scopes } from './msal-client.ts'
import type { Errand } from './network-module.ts'
import type { SignedIn } from './signed-in.ts'

/** Signs in with a code on any device. Rejects with what MSAL throws, also when the code expires. */
export async function signInByDeviceCode(
  surroundings: Surroundings,
  request: { readonly tenant: string | undefined; readonly onCode: (code: DeviceCode) => void },
  errand: Errand,
): Promise<SignedIn> {
  const { clock } = surroundings.wire
  const asked: DeviceCodeRequest = {
    scopes: [...scopes],
    correlationId: errand.correlationId,
    deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => {
      if (errand.signal.aborted) return
      if (URL.parse(verificationUri)?.protocol !== 'https:') throw new Error('No https address for the code')
      request.onCode({ userCode, verificationUri, expiresAt: clock.now() + expiresIn * 1000 })
    },
  }
  // MSAL looks at it between two polls; by then nobody waits for it any more.
  errand.signal.addEventListener('abort', () => Object.assign(asked, { cancel: true }))
  const client = msalClient(surroundings, errand, request.tenant)
  const result = await client.acquireTokenByDeviceCode(asked)
  if (!result) throw new Error('No tokens came')
  return { result, content: client.getTokenCache().serialize() }
}
