import { expect, test } from 'vitest'
import { discoveryPath, route } from '../support/admin-api.ts'
import { contoso, oslo } from '../support/authority/directory.ts'
import { listIn } from '../support/cells-of.ts'
import { confirmedList } from '../support/confirmed-list.ts'
import { fates, postCounter } from '../support/post-counter.ts'
import { signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'

const answers: Readonly<Record<string, unknown>> = {
  [discoveryPath]: route,
  '/Teams.Tenant/tenants': [{ TenantId: contoso.id, DisplayName: 'Contoso' }],
}

// A 421 is what Chromium sends a POST again after on any connection, unless its body leaves in chunks.
test('each batch leaves the app once, whatever its network makes of the answer', async () => {
  const get = (path: string): unknown => answers[path] ?? []
  const service = await postCounter(fates['421'] ?? expect.fail(), { get })
  const microsoft = await startMicrosoft(500)
  const app = await microsoft.launch({ api: service.baseUrl })
  try {
    const bridge = bridgeOf(app.page)
    const signing = bridge.invoke('session:sign-in', { way: 'browser' })
    await signInAs(app, oslo)
    expect(await signing).toMatchObject({ ok: true })
    const sheet = listIn(await bridge.value('list:sample'))
    const confirmed = confirmedList(sheet, 'EMEA', contoso.id)
    await bridge.value('run:start', { sheet, region: 'EMEA', includeSignedIn: false, confirmed })

    const outcomes = async () =>
      (await bridge.value('run:current')).filter(({ type }) => /^Batch(OutcomeUnknown|Refused)$/.test(type))
    await expect.poll(outcomes).not.toEqual([])
    const { whole } = service
    expect(whole).not.toEqual([])
    expect(new Set(whole).size).toBe(whole.length)
  } finally {
    await app.close()
    await microsoft.close()
    await service.close()
  }
})
