import { z } from 'zod'
import { signInFailureKinds } from '../../shared/auth/sign-in-failure.ts'
import { type GatewayFailure, unexpectedAnswers, unreachableReasons } from '../../shared/gateway/failure.ts'

const wait = { retryAfterMs: z.number().min(0).exactOptional() }
const sent = { sent: z.literal('no').exactOptional() }
const common = { said: z.string().exactOptional(), correlationId: z.string().exactOptional() }

const written = z.object({ code: z.literal('written'), sentence: z.string() })
const mayBeWritten = { why: written.exactOptional() }

/** A code out of these, or a sentence. */
const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.discriminatedUnion('code', [z.object({ code: z.enum(codes) }), written])

/** A code out of these with the host that it is about, or a sentence. */
const ofHost = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.discriminatedUnion('code', [z.object({ code: z.enum(codes), host: z.string() }), written])

const ofFormat2 = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('denied'), why: oneOf(['role', 'partner']) }),
  z.object({
    ...common,
    kind: z.literal('expired'),
    why: z.discriminatedUnion('code', [
      z.object({ code: z.enum(['not-accepted', 'token-unusable']) }),
      z.object({ code: z.literal('no-token'), signIn: z.enum(signInFailureKinds) }),
      written,
    ]),
  }),
  z.object({ ...common, ...mayBeWritten, kind: z.literal('throttled'), ...wait }),
  z.object({
    ...{ ...common, ...mayBeWritten, kind: z.literal('refused') },
    status: z.int(),
    code: z.string().exactOptional(),
  }),
  z.object({ ...common, ...mayBeWritten, kind: z.literal('region-full') }),
  z.object({ ...common, ...mayBeWritten, kind: z.literal('not-found') }),
  z.object({ ...common, ...mayBeWritten, kind: z.literal('unavailable'), status: z.int(), ...wait, ...sent }),
  z.object({
    ...{ ...common, kind: z.literal('unreachable') },
    sent: z.enum(['no', 'maybe']),
    why: ofHost(unreachableReasons),
  }),
  z.object({
    ...{ ...common, kind: z.literal('unexpected') },
    status: z.int(),
    answer: z.string().exactOptional(),
    why: ofHost(unexpectedAnswers),
    ...sent,
  }),
])

/** In format 1 a sentence (`message`) stood where the code is now. */
export const failure: z.ZodType<GatewayFailure> = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || !('message' in value) || 'why' in value) return value
  const { message, ...rest } = value
  return { ...rest, why: { code: 'written', sentence: message } }
}, ofFormat2)
