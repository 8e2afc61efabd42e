import { expect, test, vi } from 'vitest'
import { systemClock } from '../../../src/core/clock/clock.ts'
import type { Gateway, TokenProvider } from '../../../src/core/gateway/gateway.ts'
import { createGateways } from '../../../src/core/session/gateways.ts'
import { openMicrosoftSession } from '../../../src/core/session/microsoft-session.ts'
import { succeed } from '../../../src/shared/result.ts'
import { adminApi, json } from '../../support/admin-api.ts'
import { noModule } from '../../support/no-module.ts'
import { noInventory, noReads } from '../../support/no-reads.ts'

const oslo = { id: 'oslo', username: 'oslo@contoso.com', tenantId: 'contoso' }

test('a session works with the gateway of its way, and its end is the end of that', async () => {
  const gateway = {} as Gateway
  const end = vi.fn(async () => {})
  const opened: { readonly way: string; readonly tokens: TokenProvider }[] = []
  const token = vi.fn(async () => succeed('a token'))
  const session = openMicrosoftSession(
    {
      gateways(way, { tokens }) {
        opened.push({ way, tokens })
        return { gateway, reads: noReads, inventory: noInventory, end }
      },
      way: () => 'direct',
      clock: systemClock,
    },
    oslo,
    { token },
  )

  expect(session.gateway).toBe(gateway)
  expect(opened.map(({ way }) => way)).toEqual(['direct'])
  const request = { resource: 'graph', renew: true }
  expect(await opened[0]?.tokens(request)).toEqual(succeed('a token'))
  expect(token).toHaveBeenCalledExactlyOnceWith('oslo', request)
  expect(end).not.toHaveBeenCalled()
  await session.end()
  expect(end).toHaveBeenCalledOnce()
})

test('the direct way is the admin API over HTTP, with the tokens that it is given', async () => {
  const service = await adminApi((_, response) => json(response, 200, []))
  const gateways = createGateways({
    fetch,
    userAgent: 'test/1',
    standIns: { authority: 'https://localhost:1', api: service.baseUrl },
    module: noModule,
  })
  const { gateway, end } = gateways('direct', {
    tokens: async () => succeed('its-token'),
    tenantId: 'contoso',
  })

  expect(await gateway.batchSummaries()).toEqual(succeed([]))
  await end()
  await service.close()
  expect(service.seen.map(({ headers }) => headers.authorization)).toEqual(
    service.seen.map(() => 'Bearer its-token'),
  )
  expect(service.calls()).toHaveLength(1)
})
