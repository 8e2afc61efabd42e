import { readFile } from 'node:fs/promises'
import { hurriedClock } from '../core/clock/clock.ts'
import { isLoopbackAddress } from '../core/gateway/address.ts'
import { createGateway } from '../core/gateway/client.ts'
import { createTenantReads } from '../core/gateway/read-tenant.ts'
import { createDeviceInventory } from '../core/inventory/create-device-inventory.ts'
import { sendOnce } from '../core/network/send-once.ts'
import type { TenantSession } from '../core/session/tenant-session.ts'
import { failureWords } from '../shared/gateway/failure-words.ts'
import { succeed } from '../shared/result.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless } from './print.ts'
import { userAgent } from './user-agent.ts'

/**
 * A stand-in of the service on this machine. A token of Microsoft's never goes to it. With `evenUnnamed`, also
 * makes a session if the tenant does not say who it is.
 */
export async function openLoopbackSession(
  baseUrl: string,
  tokenFile: string,
  speed: number,
  evenUnnamed = false,
): Promise<TenantSession> {
  if (!isLoopbackAddress(baseUrl))
    throw new Stop(exitCode.access, text.cli.run.notLoopback(harmless(baseUrl)))
  const token = await readFile(tokenFile, 'utf8').catch((error: Error) => {
    throw new Stop(exitCode.access, text.cli.run.noTokenFile(harmless(error.message)))
  })
  if (isMicrosoftToken(token)) throw new Stop(exitCode.access, text.cli.run.microsoftToken(harmless(baseUrl)))
  const service = {
    ...{ baseUrl, fetch: sendOnce(fetch), userAgent },
    tokens: async () => succeed(token.trim()),
  }
  const gateway = createGateway(service)
  const tenant = await gateway.tenant()
  const clock = hurriedClock(speed)
  const common = {
    operator: { username: text.cli.run.tokenOperator },
    gateway,
    reads: createTenantReads(service),
    inventory: createDeviceInventory({ ...service, clock }),
    clock,
    end: async () => {},
  }
  if (!tenant.ok && evenUnnamed) return { tenant: { id: '', name: baseUrl, simulated: true }, ...common }
  if (!tenant.ok) throw new Stop(exitCode.access, failureWords(tenant.failure))
  const { id, name, domain, domains } = tenant.value
  return {
    tenant: { id, name: name ?? id, simulated: true, ...(domain !== undefined && { domain }) },
    verifiedDomains: domains,
    ...common,
  }
}

/** Whether it is a JWT that Microsoft issued, by its `iss` claim (or unreadable, but three parts like one). */
function isMicrosoftToken(token: string): boolean {
  const [, payload, signature] = token.trim().split('.')
  if (payload === undefined || signature === undefined) return false
  try {
    const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    return /(windows\.net|microsoftonline\.)/i.test(String(iss))
  } catch {
    return true
  }
}
