import { randomUUID } from 'node:crypto'

/** The access tokens of a simulated sign-in. */
export type Tokens = {
  current(): string
  renew(): string
  accepts(token: string): boolean
}

/** `now` and `lifetimeMs` are in the same time. Without a lifetime, a token stays good. */
export function createTokens(options: {
  readonly first: string | undefined
  readonly lifetimeMs: number | undefined
  /** Whether any other token is good. */
  readonly accepts?: ((token: string) => boolean) | undefined
  readonly now: () => number
}): Tokens {
  const { lifetimeMs = Number.POSITIVE_INFINITY, now } = options
  const issuedAt = new Map<string, number>()
  let current = ''
  const issue = (token: string): string => {
    issuedAt.set(token, now())
    current = token
    return token
  }
  issue(options.first ?? newToken())
  return {
    current: () => current,
    renew: () => issue(newToken()),
    accepts(token) {
      const at = issuedAt.get(token)
      if (at === undefined) return options.accepts?.(token) ?? false
      return now() - at < lifetimeMs
    },
  }
}

/** In a log or a debugger, anybody sees at once that such a token is worth nothing elsewhere. */
const newToken = (): string => `simulated-token-${randomUUID()}`
