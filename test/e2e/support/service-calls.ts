import type { AppUnderTest } from './app-under-test.ts'

/** A request that left main. */
export type ServiceCall = {
  readonly method: string
  readonly path: string
  /** Of a POST, as text. */
  readonly body: string
}

/**
 * Listens on the wire between main and the service from now on; to be called before the simulated tenant is
 * entered. The function returned tells what has been sent since.
 */
export async function recordServiceCalls(
  app: Pick<AppUnderTest, 'evaluate'>,
): Promise<() => Promise<readonly ServiceCall[]>> {
  await app.evaluate(listen)
  return () => app.evaluate(() => (globalThis as unknown as { sent: ServiceCall[] }).sent)
}

/** The createbatch calls among these, by what they asked for. */
export const batchesSent = (calls: readonly ServiceCall[]): readonly ServiceCall[] =>
  calls.filter(({ method, path }) => method === 'POST' && path.includes('/createbatch'))

function listen(): void {
  const sent: ServiceCall[] = []
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const { pathname, search } = new URL(String(input))
    sent.push({
      method: init?.method ?? 'GET',
      path: `${pathname}${search}`,
      body: typeof init?.body === 'string' ? init.body : '',
    })
    return fetch(input, init)
  }
  Object.assign(globalThis, { sent })
}
