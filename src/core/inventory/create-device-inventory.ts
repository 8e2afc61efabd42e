import type { DeviceReading, DeviceUnread } from '../../shared/inventory/device.ts'
import { createKnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import type { Clock } from '../clock/clock.ts'
import { sendAuthorised } from '../gateway/authorised-call.ts'
import type { Wire } from '../gateway/call.ts'
import type { GatewayOptions } from '../gateway/client.ts'
import type { Outcome } from '../gateway/gateway.ts'
import { readJson } from '../gateway/read-answer.ts'
import { unrouted } from '../gateway/routing.ts'
import { patientlyBy } from '../readiness/patiently.ts'
import { inventoryResource, isAllowedInventoryUrl } from './address.ts'
import type { DeviceInventory } from './device-inventory.ts'
import { type DeviceRecord, readDevicePage } from './read-devices.ts'

/** Of 50 devices each. */
const mostPages = 400
/** In ms. An experiment is not worth a longer wait. */
const longest = 10 * 60_000

const path = '/api/v2/devices'
const filter = JSON.stringify({ deviceTypes: { eq: ['sip'] } })

/**
 * Reads the inventory over HTTPS, with tokens of its own resource. All calls are GET, and no command is ever sent.
 * Page, filter and continuation are those of a public module (UCLobbyTeams, Get-UcTeamsDevice).
 */
export function createDeviceInventory(
  options: Omit<GatewayOptions, 'timeouts'> & { readonly clock: Clock },
): DeviceInventory {
  const { baseUrl, fetch, tokens, userAgent, largestAnswer, onCall, clock } = options
  if (!isAllowedInventoryUrl(baseUrl)) throw new TypeError(`Not an address of the inventory: ${baseUrl}`)
  const common = { fetch, userAgent, largestAnswer, secrets: createKnownSecrets(), onCall }
  const wire: Wire = { ...common, baseUrl, resource: inventoryResource, now: clock.now }
  const patiently = patientlyBy(clock)

  async function readPage(
    next: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<unknown>> {
    const query = new URLSearchParams({
      limit: '50',
      filterJson: filter,
      fetchCurrentSoftwareVersions: 'true',
    })
    if (next !== undefined) query.set('continuationToken', next.toWellFormed())
    const call = {
      method: 'GET',
      path: `${path}?${query}`,
      pathInLog: path,
      timeoutMs: 30_000,
      signal,
    } as const
    const { answer } = await patiently(async () => {
      const sent = await sendAuthorised(wire, tokens, call, unrouted)
      return { answer: sent.ok ? readJson(wire, sent.value) : sent }
    }, signal)
    return answer
  }

  return {
    async read(hardwareIds, { signal, onPage } = {}) {
      const isWanted = new Set(hardwareIds)
      const found = new Map<string, DeviceRecord[]>()
      const over = clock.now() + longest
      const asked = new Set<string>()
      let seen = 0
      let next: string | undefined

      async function readOn(): Promise<DeviceUnread | undefined> {
        for (let page = 0; page < mostPages; page++) {
          const answer = await readPage(next, signal)
          if (signal?.aborted) return 'stopped'
          if (!answer.ok) return answer.failure.kind === 'expired' ? 'no-token' : answer.failure.kind
          const read = readDevicePage(answer.value, clock.now())
          if (!read) return 'odd'
          seen += read.count
          for (const record of read.records) keep(found, record, isWanted)
          onPage?.(seen)
          if (read.next === undefined) return undefined
          // The pages lead round in a circle, so the rest will never come.
          if (asked.has(read.next)) return 'odd'
          asked.add(read.next)
          next = read.next
          if (clock.now() > over) break
        }
        return 'unfinished'
      }

      const why = await readOn()
      const at = new Date(clock.now()).toISOString()
      return { at, seen, devices: hardwareIds.map((id) => [id, readingOf(id, found, why)] as const) }
    },
  }
}

/** Keeps a record that was asked for. Pages shift while they are read, so a record with the same ID may come again. */
function keep(found: Map<string, DeviceRecord[]>, record: DeviceRecord, isWanted: ReadonlySet<string>): void {
  for (const address of new Set(record.addresses)) {
    if (!isWanted.has(address)) continue
    const before = found.get(address) ?? []
    const others = before.filter(({ id }) => id === undefined || id !== record.id)
    // Two are enough to know that it is not clear which one counts.
    found.set(address, [record, ...others].slice(0, 2))
  }
}

function readingOf(
  hardwareId: string,
  found: ReadonlyMap<string, readonly DeviceRecord[]>,
  why: DeviceUnread | undefined,
): DeviceReading {
  if (hardwareId.includes(':')) return { kind: 'unread', why: 'port' }
  const [record, another] = found.get(hardwareId) ?? []
  if (another) return { kind: 'unread', why: 'several' }
  if (record) return { kind: 'listed', device: record.device }
  return why === undefined ? { kind: 'not-listed' } : { kind: 'unread', why }
}
