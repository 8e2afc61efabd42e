import { createGateway } from '../../../src/core/gateway/client.ts'
import type { Gateway } from '../../../src/core/gateway/gateway.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { AppUnderTest } from './app-under-test.ts'

/**
 * Somebody else's way to the service that the app talks to; to be called before the simulated tenant is entered.
 * The function returned waits for the first call of the app, which tells where the service is.
 */
export async function besidesApp(app: Pick<AppUnderTest, 'evaluate'>): Promise<() => Promise<Gateway>> {
  await app.evaluate(overhear)
  return async () => {
    const heard = await app.evaluate(() => (globalThis as unknown as { heard?: Heard }).heard)
    if (!heard) throw new Error('The app has not called the service yet')
    return createGateway({
      baseUrl: heard.origin,
      fetch,
      userAgent: 'somebody-else/1.0',
      tokens: async () => succeed(heard.token),
    })
  }
}

type Heard = { readonly origin: string; readonly token: string }

function overhear(): void {
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '')
    if (token) Object.assign(globalThis, { heard: { origin: new URL(String(input)).origin, token } })
    return fetch(input, init)
  }
}
