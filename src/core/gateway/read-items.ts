import { text as words } from '../../shared/text/index.ts'
import { brief, briefId, briefIdentity } from './brief.ts'
import type { BatchItem, BatchSummary } from './gateway.ts'

// The items of long answers, read by hand: a run of 100,000 phones reads a million of them and more. A schema makes dozens
// of objects for each item, most of what such a run left in memory until the next large collection.

/** A phone of `GET batchstatus`; undefined for something of another shape. */
export function readItem(one: unknown): BatchItem | undefined {
  // One that names no phone stays: it counts, but must not hide what is said of the phones beside it.
  const item = keysOf(one ?? {})
  if (!item) return undefined
  const { username, hardwareid, status, error } = item
  if (!mayBeText(username) || !mayBeText(hardwareid) || !mayBeText(status)) return undefined
  return {
    userName: identityIn(username) ?? '',
    hardwareId: identityIn(hardwareid) ?? '',
    status: wordIn(status) ?? '',
    error: saidIn(error),
  }
}

export const namesPhone = ({ userName, hardwareId }: BatchItem): boolean =>
  userName !== '' || hardwareId !== ''

/** A batch of `GET batchsummaries`; undefined for something of another shape. */
export function readSummary(one: unknown): BatchSummary | undefined {
  const summary = keysOf(one)
  if (!summary) return undefined
  const { batchid, batchitemscount, batchstatus, region, requesttime, userid } = summary
  if (!mayBeText(batchstatus) || !mayBeText(region) || !mayBeText(requesttime) || !mayBeText(userid))
    return undefined
  const batchId = isText(batchid) ? idIn(String(batchid)) : undefined
  if (batchId === undefined) return undefined
  return {
    batchId,
    itemsCount: countIn(batchitemscount),
    batchStatus: wordIn(batchstatus) ?? '',
    region: wordIn(region),
    requestTime: inUtc(wordIn(requesttime)),
    userId: identityIn(userid),
  }
}

/** An ID that goes into an address; undefined where a shortened one, or one without a token that was in it, would be another one. */
export function idIn(text: string): string | undefined {
  const id = briefId(text)
  return id.length > 0 && id.length <= 200 && !id.includes(words.removed.token) ? id : undefined
}

/** How many; undefined where it is not said in digits. */
export function countIn(value: unknown): number | undefined {
  const word = isText(value) ? wordIn(value) : undefined
  return word !== undefined && /^\d+$/.test(word) ? Number(word) : undefined
}

type Text = string | number

/** Numbers are taken for words. One beyond all numbers (1e999 in JSON) is neither. */
const isText = (value: unknown): value is Text =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

const mayBeText = (value: unknown): value is Text | null | undefined =>
  value === undefined || value === null || isText(value)

const wordIn = (value: Text | null | undefined): string | undefined =>
  value === undefined || value === null ? undefined : brief(String(value)) || undefined

/** Compared letter by letter with what was sent. */
const identityIn = (value: Text | null | undefined): string | undefined =>
  value === undefined || value === null ? undefined : briefIdentity(String(value)) || undefined

/** Words for people, whatever they came as. */
function saidIn(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  try {
    return brief(typeof value === 'string' ? value : JSON.stringify(value))
  } catch {
    // A value can be nested so deeply that JSON.stringify runs out of stack. Nobody could read it.
    return '…'
  }
}

// .NET writes a time of no stated zone without one; a reader would take it for a local time of this computer, hours
// off. That the service means UTC is not documented, but its other answers could not be meant otherwise.
const inUtc = (time: string | undefined): string | undefined =>
  time && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(time) ? `${time}Z` : time

type Keys = Readonly<Record<string, unknown>>

const keysOf = (value: unknown): Keys | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Keys) : undefined
