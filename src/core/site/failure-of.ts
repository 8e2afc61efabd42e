import type { Failed, NetworkFailure } from '../../shared/site/check/observation.ts'

const codes: Readonly<Record<string, NetworkFailure>> = {
  ENOTFOUND: 'no-address',
  ENODATA: 'no-address',
  EAI_NONAME: 'no-address',
  EAI_NODATA: 'no-address',
  EAI_AGAIN: 'no-name-server',
  ESERVFAIL: 'no-name-server',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timed-out',
  ABORT_ERR: 'timed-out',
}

/** The reason for a failure, by Node's error. Only checks that take too long are aborted here. */
export function failureOf(error: unknown): Failed {
  if (error instanceof AggregateError && error.errors.length > 0) return failureOf(error.errors[0])
  if (!(error instanceof Error)) return { kind: 'failed', why: 'other' }
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return { kind: 'failed', why: 'timed-out' }
  const code = 'code' in error ? String(error.code) : ''
  return { kind: 'failed', why: codes[code] ?? 'other' }
}
