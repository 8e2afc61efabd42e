import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import { fail, succeed } from '../../shared/result.ts'
import { serviceBaseUrl } from '../gateway/address.ts'
import type { Answer } from '../gateway/call.ts'
import { readCreateBatchAnswer } from '../gateway/create-batch-answer.ts'
import type { BatchPhone, Gateway, Outcome } from '../gateway/gateway.ts'
import { readAnswer, readStatus } from '../gateway/read-answer.ts'
import { batchReport, batchSummaries, tenantAnswer } from '../gateway/schemas.ts'
import { answerOf, isUnanswered } from './answers.ts'
import type { Asked } from './bridge.ts'
import { type Connection, moduleName } from './connection.ts'
import type { BridgeAnswer, BridgeRequest } from './messages.ts'

/**
 * The service by Microsoft's cmdlets. createBatch is sent to the module once. Whatever happens then, the gateway
 * doesn't connect again or repeat it. Only an answer that is recognisably the service's proves that nothing was taken.
 */
export function createPowerShellGateway(connection: Connection, now: () => number): Gateway {
  const wire = { baseUrl: serviceBaseUrl, now }
  let files = 0

  const ask = <Content>(
    request: BridgeRequest,
    schema: z.ZodType<Content>,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<Content>> => askAndRead(request, (answer) => readAnswer(wire, answer, schema), signal)

  async function askAndRead<Content>(
    request: BridgeRequest,
    read: (answer: Answer) => Outcome<Content>,
    signal: AbortSignal | undefined,
    isRepeated = false,
  ): Promise<Outcome<Content>> {
    const ready = await connection.ready(signal)
    if (!ready.ok) return ready
    const asked = await connection.ask(ready.value, request, readMs, signal)
    const failure = withoutAnswer(asked)
    if (failure || asked.kind !== 'answered') return fail(failure ?? lost('maybe'))
    const outcome = read(answerOf(request.op === 'status' ? onlyOne(asked.answer) : asked.answer))
    if (outcome.ok || outcome.failure.kind !== 'expired' || isRepeated) return without(outcome)
    // The request changes nothing, so it may be repeated with another sign-in.
    connection.expire()
    return askAndRead(request, read, signal, true)
  }

  return {
    async createBatch(region, phones, signal) {
      const ready = await connection.ready(signal)
      if (!ready.ok) return ready
      const file = `batch-${++files}.csv`
      const path = join(ready.value.module.folder, file)
      try {
        const trouble = await written(path, csvOf(phones))
        if (trouble) return fail(trouble)
        const asked = await connection.ask(ready.value, { op: 'create', file: `./${file}`, region }, createMs)
        const failure = withoutAnswer(asked)
        if (failure || asked.kind !== 'answered') return fail(failure ?? lost('maybe'))
        const answer = answerOf(onlyOne(asked.answer), 'create')
        const outcome = without(readCreateBatchAnswer(wire, answer))
        if (!outcome.ok && outcome.failure.kind === 'expired') connection.expire()
        const { warning } = answer
        return outcome.ok && warning !== undefined ? succeed({ ...outcome.value, warning }) : outcome
      } finally {
        await rm(path, { force: true, maxRetries: 5 })
      }
    },
    async batchStatus(batchId, signal) {
      const outcome = await ask({ op: 'status', batchId }, batchReport, signal)
      if (!outcome.ok) return outcome
      const answered = outcome.value.batchId ?? batchId
      return answered.toLowerCase() === batchId.toLowerCase()
        ? succeed({ ...outcome.value, batchId: answered })
        : fail({
            ...{ kind: 'unexpected', status: 200, said: answered },
            why: { code: 'another-batch', host: moduleName },
          })
    },
    batchSummaries: (signal) => ask({ op: 'summaries' }, batchSummaries, signal),
    checkAccess: (signal) => askAndRead({ op: 'summaries' }, (answer) => readStatus(wire, answer), signal),
    tenant: (signal) => ask({ op: 'tenant' }, tenantAnswer, signal),
  }
}

/** Writes the list. If the disk is full or somebody has removed the folder, nothing was sent yet. */
const written = (path: string, csv: string): Promise<GatewayFailure | undefined> =>
  writeFile(path, csv, { mode: 0o600, flag: 'wx' }).then(
    () => undefined,
    (error: Error) => ({ ...lost('no'), said: error.message }),
  )

/** Results come in a list, even a single one. Several, or none, are no answer to this request. */
function onlyOne(answer: BridgeAnswer): BridgeAnswer {
  if (!answer.ok || !Array.isArray(answer.value)) return answer
  return answer.value.length === 1 ? { ...answer, value: answer.value[0] } : answer
}

/** The failure if the service did not answer; undefined if it did. */
export function withoutAnswer(asked: Asked): GatewayFailure | undefined {
  if (asked.kind === 'answered') {
    const { answer } = asked
    return !answer.ok && isUnanswered(answer.error) ? lost('maybe') : undefined
  }
  const code = { late: 'timed-out', ended: 'lost', stopped: 'stopped' } as const
  const sent = asked.written ? 'maybe' : 'no'
  return { kind: 'unreachable', sent, why: { code: code[asked.why], host: moduleName } }
}

const lost = (sent: 'no' | 'maybe'): GatewayFailure => ({
  ...{ kind: 'unreachable', sent },
  why: { code: 'lost', host: moduleName },
})

/** Cmdlets give a correlation ID only with some errors. An error without a status is no redirect. */
function without<Value>(outcome: Outcome<Value>): Outcome<Value> {
  if (outcome.ok) return outcome
  const { correlationId, ...failure } = outcome.failure
  const named = correlationId === undefined || correlationId === '' ? failure : outcome.failure
  return fail(
    named.kind === 'unexpected' && named.status === 0
      ? { ...named, why: { code: 'shape', host: moduleName } }
      : named,
  )
}

/** Every cell is in quotes, and Import-Csv takes the rest as it is. 5.1 reads UTF-8 only with a byte order mark. */
function csvOf(phones: readonly BatchPhone[]): string {
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`
  const lines = phones.map(({ userName, hardwareId }) => `${cell(userName)},${cell(hardwareId)}\r\n`)
  const csv = `"Username","HardwareId"\r\n${lines.join('')}`
  return /^[\x20-\x7e\r\n]*$/.test(csv) ? csv : `\ufeff${csv}`
}

/** In ms. Reads wait for each other, and for the service. */
export const readMs = 60_000
const createMs = 120_000
