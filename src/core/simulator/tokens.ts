import { randomUUID } from 'node:crypto'

/** The access tokens of a simulated sign-in. */
export type Tokens = {
  current(): string
  renew(): string
  accepts(token: string): boolean
}

/** `now` and `lifetimeMs` in the same time; without a lifetime a token stays good. */
export function createTokens(options: {
  readonly first: string | undefined
  readonly lifetimeMs: number | undefined
  /** Which others are good. */
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

/** Recognisable at sight, in a log or a debugger, as worth nothing elsewhere. */
const newToken = (): string => `simulated-token-${randomUUID()}`
