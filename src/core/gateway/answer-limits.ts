import type { AnswerLimits } from '../network/weigh.ts'

const kB = 1024
const MB = 1024 * kB

/**
 * What an answer may hold, by what was asked for; some ten times what the service can have to say. A batch has at most
 * 100 phones, and an error of a phone is a sentence. A region has room for three batches at a time, each of which
 * takes minutes: 20,000 in 30 days are more than there can be. A tenant has at most 5,000 domains (Microsoft Entra,
 * "Service limits and restrictions").
 */
const limits: readonly (readonly [RegExp, AnswerLimits])[] = [
  [/\/createbatch\b/, { bytes: 256 * kB, values: 5_000, items: 1_000 }],
  [/\/batchstatus\b/, { bytes: 4 * MB, values: 100_000, items: 5_000 }],
  [/\/batchsummaries$/, { bytes: 8 * MB, values: 400_000, items: 20_000 }],
  [/\/tenants$/, { bytes: 4 * MB, values: 100_000, items: 10_000 }],
]

/** Routing and whatever else: a few values. */
const usual: AnswerLimits = { bytes: 256 * kB, values: 5_000, items: 1_000 }

/** What a refusal needs: a code and some sentences. A web page of a proxy may be longer, and is not read to its end. */
const ofRefusals: AnswerLimits = { bytes: 64 * kB, values: 2_000, items: 1_000 }

/** `path` may have a query; `largest` (in bytes) counts where it is less. */
export function limitsOf(path: string, status: number, largest = Number.POSITIVE_INFINITY): AnswerLimits {
  const found = status >= 400 ? ofRefusals : limits.find(([pattern]) => pattern.test(path))?.[1]
  const { bytes, ...rest } = found ?? usual
  return { ...rest, bytes: Math.min(bytes, largest) }
}
