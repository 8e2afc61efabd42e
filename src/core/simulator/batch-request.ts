import { maxPhonesPerBatch } from '../../shared/gateway/limits.ts'
import { parseJson } from '../../shared/parse-json.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { RequestedPhone } from './batches.ts'
import { type Refusal, refusal } from './reply.ts'

/**
 * The phones of a createbatch body, or the refusal. It is stricter than the real service, as far as we know that: the
 * service should accept any body that passes here. The words are ours.
 */
export function readBatchRequest(body: string): Result<readonly RequestedPhone[], Refusal> {
  const json = parseJson(body)
  if (!Array.isArray(json))
    return refuse('InvalidRequestBody', 'The request body must be a JSON array of devices.')
  if (json.length === 0) return refuse('EmptyBatch', 'The request has no devices.')
  if (json.length > maxPhonesPerBatch)
    return refuse(
      'BatchTooLarge',
      `The request has ${json.length} devices; at most ${maxPhonesPerBatch} are allowed.`,
    )
  const phones: RequestedPhone[] = []
  const seen = new Set<string>()
  for (const item of json as readonly unknown[]) {
    if (!isPhone(item))
      return refuse('InvalidRequestBody', 'Every device needs the texts userName and hardwareId.')
    const { userName, hardwareId } = item
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(userName))
      return refuse('InvalidUserName', `"${userName}" is not a user principal name.`)
    if (!/^([0-9A-F]{2}-){5}[0-9A-F]{2}(:(?!000)\d{3})?$/i.test(hardwareId))
      return refuse('InvalidHardwareId', `"${hardwareId}" is not a hardware ID of the expected form.`)
    if (seen.has(hardwareId.toUpperCase()))
      return refuse('DuplicateHardwareId', `"${hardwareId}" stands in the request twice.`)
    seen.add(hardwareId.toUpperCase())
    phones.push({ userName, hardwareId })
  }
  return succeed(phones)
}

function isPhone(item: unknown): item is RequestedPhone {
  if (typeof item !== 'object' || item === null) return false
  const { userName, hardwareId, ...rest } = item as Record<string, unknown>
  return typeof userName === 'string' && typeof hardwareId === 'string' && Object.keys(rest).length === 0
}

const refuse = (code: string, message: string) => fail(refusal(400, code, message))
