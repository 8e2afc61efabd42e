import { randomUUID } from 'node:crypto'

/** A refusal of the authority, as a test asks for it. */
export type AadstsError = {
  readonly number: number
  /** OAuth's word; `invalid_grant` unless told. */
  readonly error?: string
  readonly text?: string
  readonly suberror?: string
  readonly claims?: string
  /** The HTTP status; 400 unless told. */
  readonly status?: number
}

export type ErrorBody = {
  readonly error: string
  readonly error_description: string
  readonly [more: string]: unknown
}

/** The body of Microsoft, "Microsoft Entra authentication and authorization error codes", Handling error codes. */
export function errorBody(error: AadstsError, correlationId: string, now: number): ErrorBody {
  const traceId = randomUUID()
  const timestamp = new Date(now)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z')
  return {
    error: error.error ?? 'invalid_grant',
    error_description: `AADSTS${error.number}: ${error.text ?? 'The request was refused.'} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [error.number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${error.number}`,
    ...(error.suberror && { suberror: error.suberror }),
    ...(error.claims && { claims: error.claims }),
  }
}
