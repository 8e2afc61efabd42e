import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readPolicies } from '../../src/main/policy/read-policies.ts'
import { createSettings } from '../../src/main/settings/settings.ts'
import { isClientId } from '../../src/shared/auth/client-id.ts'
import { isTenantName } from '../../src/shared/auth/tenant-name.ts'
import { regions } from '../../src/shared/gateway/region.ts'
import { manageable, updatePolicies } from '../../src/shared/policy.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { hostileText } from './support/attack-strings.ts'
import { prove } from './support/prove.ts'

const folder = await mkdtemp(join(tmpdir(), 'hostile-policies-'))
const file = join(folder, 'policy.json')
afterAll(() => removeFolder(folder))

const name = fc.oneof(
  fc.constantFrom(
    'ClientId',
    'CLIENTID',
    'Tenant',
    'Region',
    'Updates',
    '__proto__',
    'constructor',
    'managed',
    'places',
  ),
  hostileText,
)
const value = fc.oneof(
  hostileText,
  fc.jsonValue(),
  fc.constantFrom('off', 'on', 'contoso.com', 'EMEA', '0', '12128f48-ec9e-42f0-b203-ea49fb6af367'),
)
const content = fc.oneof(
  fc
    .array(fc.tuple(name, value), { maxLength: 12 })
    .map((entries) => JSON.stringify(Object.fromEntries(entries))),
  hostileText,
)

test('whatever lies beside the program, nothing of it counts unasked, and only good values are ever asked about', async () => {
  await prove('files beside the program', 300, content, async (said) => {
    await writeFile(file, said)
    const policies = await readPolicies({
      platform: 'linux',
      env: {},
      registry: undefined,
      file: undefined,
      beside: { file, isInstalled: false },
    })
    const settings = createSettings(
      { stored: () => ({}), keep: () => undefined, troubles: [] },
      () => undefined,
      policies,
    )
    const { fileBeside, managed, troubles, ...rest } = settings.shown()

    expect(policies.organisation).toEqual({ places: {}, troubles: [] })
    expect([settings.policy(), managed]).toEqual([{}, {}])
    expect(rest).toEqual({ theme: 'system', fullNamesInLog: false, updates: 'tell' })
    expect(troubles.length).toBeLessThan(10)
    for (const trouble of troubles) {
      expect(trouble.length).toBeLessThan(file.length + 300)
      expect(trouble).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    }
    if (!fileBeside) return
    const { clientId, tenant, region, updates, ...others } = fileBeside.values
    expect(others).toEqual({})
    expect(clientId === undefined || isClientId(clientId)).toBe(true)
    expect(tenant === undefined || isTenantName(tenant)).toBe(true)
    expect(region === undefined || regions.includes(region)).toBe(true)
    expect(updates === undefined || updatePolicies.includes(updates)).toBe(true)
    expect(manageable.some((one) => fileBeside.values[one] !== undefined)).toBe(true)
  })
})
