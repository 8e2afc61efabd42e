import { z } from 'zod'
import type { Region } from '../../shared/gateway/region.ts'

/** The requests that the bridge takes. They hold only values: the bridge runs none of them as code. */
export type BridgeRequest =
  | { readonly op: 'hello' }
  | { readonly op: 'load'; readonly version: string }
  | { readonly op: 'connect'; readonly tokens: readonly [graph: string, teams: string] }
  | { readonly op: 'connect'; readonly method: 'device' | 'browser'; readonly tenant?: string }
  /** `file`: a name in the folder of the process. */
  | { readonly op: 'create'; readonly file: string; readonly region: Region }
  | { readonly op: 'status'; readonly batchId: string }
  | { readonly op: 'user'; readonly user: string }
  /** A filter for Get-CsOnlineUser. */
  | { readonly op: 'users'; readonly filter: string }
  | {
      readonly op: 'summaries' | 'tenant' | 'sipDevices' | 'phonePolicies' | 'callingPolicies' | 'trustedIps'
    }

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

const fault = z.object({
  id: text,
  reason: text,
  message: text,
  details: text,
  action: text,
  code: text,
  body: text,
  retryAfter: text,
  correlationId: text,
  status: z.int().optional(),
  causes: z.array(z.string()).catch([]),
})

/** An error of a cmdlet, in the fields that the bridge fills. */
export type Fault = z.output<typeof fault>

const answer = z.union([
  z.object({ id: z.int(), ok: z.literal(true), value: z.unknown(), warning: text }),
  z.object({ id: z.int(), ok: z.literal(false), error: fault }),
])

export type BridgeAnswer = z.output<typeof answer>

/** Reads the JSON of one line of the bridge; undefined where it is no answer. */
export const bridgeAnswer = (json: unknown): BridgeAnswer | undefined => answer.safeParse(json).data

export const helloAnswer = z.object({
  version: z.string(),
  edition: z.string(),
  modules: z.array(z.string()),
  policies: z.record(z.string(), z.string()),
  logging: z.object({ module: z.boolean(), scriptBlock: z.boolean(), transcript: z.boolean() }),
})
export type Hello = z.output<typeof helloAnswer>

export const loadAnswer = z.object({
  version: z.string(),
  missing: z.array(z.string()),
  simulated: z.boolean(),
})

export const connectAnswer = z.object({ tenantId: z.string().min(1), account: z.string() })
