import { describe, expect, test } from 'vitest'
import { isTenantName } from '../../../src/shared/auth/tenant-name.ts'

describe('a tenant', () => {
  test.each([
    'contoso.com',
    'contoso.onmicrosoft.com',
    'CONTOSO.de',
    'my-site.co.uk',
    '0c0470e1-7d3b-4f0a-9d53-5a4f5b1c0001',
    'xn--bcher-kva.example',
    'a.bc',
  ])('can be named %s', (name) => {
    expect(isTenantName(name)).toBe(true)
  })

  test.each([
    '',
    'contoso',
    'organizations',
    'common',
    'contoso.com/x',
    'contoso.com?x',
    '../contoso.com',
    '-contoso.com',
    'contoso-.com',
    'contoso..com',
    '.com',
    'admin@contoso.com',
    'contoso .com',
    '10.0.0.1',
    '00000000-0000-0000-0000-000000000000',
    `${'a'.repeat(64)}.com`,
    `${'a.'.repeat(130)}com`,
  ])('cannot be named %j', (name) => {
    expect(isTenantName(name)).toBe(false)
  })
})
