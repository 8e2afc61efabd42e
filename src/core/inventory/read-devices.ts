import type { DeviceFacts } from '../../shared/inventory/device.ts'
import { readHardwareId } from '../../shared/phones/hardware-id.ts'
import { type Fact, known, unread } from '../../shared/readiness/facts.ts'
import { brief, briefIdentity } from '../gateway/brief.ts'
import { lowerCaseKeys } from '../gateway/read-keys.ts'

/** One record of the inventory: its ID, the MAC addresses in the form of hardware IDs, and what it says. */
export type DeviceRecord = {
  readonly id: string | undefined
  readonly addresses: readonly string[]
  readonly device: DeviceFacts
}

/** One page: `{ devices: […], continuationToken }`. `next` asks for the page after it; undefined at the end. */
export type DevicePage = {
  readonly count: number
  readonly records: readonly DeviceRecord[]
  readonly next: string | undefined
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A longer token does not fit into an address. */
const longestToken = 4000
/** A device has a few interfaces. */
const mostAddresses = 16

/**
 * Reads a page, or answers undefined where it has another shape. The fields are those of a public module (UCLobbyTeams,
 * Get-UcTeamsDevice) and of routes captured from the admin center (nodoc); this project has never seen how SIP phones
 * fill them. In a record of another shape, addresses are still looked for, and the rest counts as not read.
 */
export function readDevicePage(json: unknown, now: number): DevicePage | undefined {
  const page = lowerCaseKeys(json)
  if (!isObject(page) || !Array.isArray(page['devices'])) return undefined
  const token = page['continuationtoken']
  const isEnd = token === undefined || token === null || token === ''
  if (!isEnd && (typeof token !== 'string' || token.length > longestToken)) return undefined
  const devices: readonly unknown[] = page['devices']
  return {
    count: devices.length,
    records: devices.filter(isObject).map((record) => readRecord(record, now)),
    next: isEnd ? undefined : String(token),
  }
}

function readRecord(record: Json, now: number): DeviceRecord {
  const base = objectAt(record, 'baseinfo')
  const id = base?.['id']
  return {
    id: typeof id === 'string' ? id : undefined,
    addresses: addressesOf(record),
    device: deviceOf(record, now),
  }
}

function addressesOf(record: Json): readonly string[] {
  const list = record['macaddressinfos']
  const infos: readonly unknown[] = Array.isArray(list) ? list.slice(0, mostAddresses) : []
  return infos.flatMap((info) => {
    const address = isObject(info) ? info['macaddress'] : info
    const read = typeof address === 'string' ? readHardwareId(address.trim()) : undefined
    return read?.kind === 'device' ? [read.canonical] : []
  })
}

function deviceOf(record: Json, now: number): DeviceFacts {
  const health = objectAt(record, 'healthsummary')
  const firmware = objectAt(objectAt(record, 'softwareversions'), 'firmware')
  return {
    onboardedAt: timeOf(objectAt(record, 'baseinfo')?.['createdat'], now),
    ...signInOf(record, now),
    health: wordOf(health?.['healthstate']),
    healthAt: timeOf(health?.['since'], now),
    firmware: wordOf(firmware?.['versionname']),
  }
}

function signInOf(record: Json, now: number): Pick<DeviceFacts, 'signIn' | 'signInAt' | 'user'> {
  const user = userOf(record)
  // Null in both keys says that nobody ever signed in. A key that is not there says nothing.
  if (record['signininfo'] === null && record['lastloggedinuserref'] === null)
    return { signIn: known('never'), signInAt: unread('absent'), user }
  const info = objectAt(record, 'signininfo')
  const signInAt = timeOf(info?.['timestamp'], now)
  return { signIn: stateOf(info?.['signinstate'], signInAt, record), signInAt, user }
}

/** This project has never seen the service's words, so it guesses no others. Case and separators do not matter. */
function stateOf(value: unknown, at: Fact<string>, record: Json): DeviceFacts['signIn'] {
  if (value === undefined || value === null || value === '') return unread('absent')
  if (typeof value !== 'string') return unread('odd')
  const word = value.toLowerCase().replaceAll(/[\s_-]/g, '')
  if (word === 'signedin' || word === 'loggedin') return known('signed-in')
  if (word !== 'signedout' && word !== 'loggedout') return unread('odd')
  const isNobody = record['lastloggedinuserref'] === null
  return known(!at.read && at.why === 'absent' && isNobody ? 'never' : 'signed-out')
}

function userOf(record: Json): Fact<string> {
  const upn = objectAt(record, 'lastloggedinuserref')?.['upn']
  if (upn === undefined || upn === null || upn === '') return unread('absent')
  return typeof upn === 'string' ? known(briefIdentity(upn).trim().toLowerCase()) : unread('odd')
}

function wordOf(value: unknown): Fact<string> {
  if (value === undefined || value === null || value === '') return unread('absent')
  return typeof value === 'string' ? known(brief(value)) : unread('odd')
}

/** SIP Gateway is younger, so an earlier time must be wrong. */
const earliest = Date.parse('2015-01-01T00:00:00Z')
const aDay = 24 * 60 * 60_000

/**
 * A time of the inventory: in seconds or in milliseconds since the epoch (UCLobbyTeams has seen both), or ISO 8601. 0
 * stands for none. A time before SIP Gateway or in the future is odd.
 */
function timeOf(value: unknown, now: number): Fact<string> {
  if (value === undefined || value === null || value === '' || value === 0) return unread('absent')
  const at = typeof value === 'number' ? inMs(value) : typeof value === 'string' ? parsed(value) : Number.NaN
  return at >= earliest && at <= now + aDay ? known(new Date(at).toISOString()) : unread('odd')
}

/** 1e11 is the year 5138 in seconds and 1973 in milliseconds. */
const inMs = (value: number): number => (value > 1e11 ? value : value * 1000)

const parsed = (value: string): number =>
  /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN

function objectAt(of: Json | undefined, key: string): Json | undefined {
  const value = of?.[key]
  return isObject(value) ? value : undefined
}
