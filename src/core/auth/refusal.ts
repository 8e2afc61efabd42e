import { z } from 'zod'
import { briefly } from '../../shared/text/briefly.ts'

/** A refusal of the authority (Microsoft, "Microsoft Entra authentication and authorization error codes"). */
export type Refusal = {
  /** OAuth's word: `invalid_grant`. */
  readonly error: string
  readonly suberror?: string
  /** The number of AADSTS50076. */
  readonly number?: number
  /** Its sentence, without the numbers that follow it. */
  readonly said?: string
  readonly correlationId?: string
  /** ISO 8601. */
  readonly at?: string
  readonly claims?: string
}

/** Reads an error body; undefined for a body that is none. */
export function readRefusal(body: unknown): Refusal | undefined {
  const read = errorBody.safeParse(body).data
  if (!read) return undefined
  const told = refusalOf(read.error, read.error_description, read.suberror)
  const number = read.error_codes?.[0] ?? told.number
  const correlationId = read.correlation_id ?? told.correlationId
  const at = isoTime(read.timestamp) ?? told.at
  return {
    ...told,
    ...(number !== undefined && { number }),
    ...(correlationId !== undefined && { correlationId }),
    ...(at !== undefined && { at }),
    ...(read.claims && { claims: read.claims }),
  }
}

/** The same from the words of a description. The browser and MSAL bring nothing else. */
export function refusalOf(error: string, description = '', suberror?: string): Refusal {
  const number = /AADSTS(\d{4,})/.exec(description)?.[1]
  const said = /^(.*?)(?=\s*(?:Trace ID|Correlation ID|Timestamp):|$)/s.exec(description)?.[1]?.trim()
  const correlationId = /Correlation ID: ([0-9a-f-]{36})/i.exec(description)?.[1]
  const at = isoTime(/Timestamp: (\S+ \S+)/.exec(description)?.[1])
  return {
    error,
    ...(suberror && { suberror }),
    ...(number !== undefined && { number: Number(number) }),
    ...(said && { said: briefly(said, longestSentence) }),
    ...(correlationId !== undefined && { correlationId }),
    ...(at !== undefined && { at }),
  }
}

const longestSentence = 1000
const word = z.string().optional().catch(undefined)

const errorBody = z.object({
  error: z.string().min(1),
  error_description: word,
  suberror: word,
  error_codes: z.array(z.coerce.number()).max(100).optional().catch(undefined),
  timestamp: word,
  correlation_id: z.guid().optional().catch(undefined),
  claims: word,
})

/** Entra writes `2026-11-21 08:00:00Z`. */
function isoTime(written: string | undefined): string | undefined {
  const at = Date.parse(written?.trim().replace(' ', 'T') ?? '')
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
