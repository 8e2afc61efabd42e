import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isGuid } from '../../src/shared/guid.ts'

const guid = '11111111-2222-3333-4444-555555555555'

describe('the ID of a tenant or an application', () => {
  test('is any GUID, in either case', () => {
    const anyGuid = fc.uuid().filter((id) => !/^[0-]+$/.test(id))
    fc.assert(fc.property(anyGuid, (id) => isGuid(id) && isGuid(id.toUpperCase())))
  })

  test.each([
    '',
    'contoso.com',
    ` ${guid}`,
    `{${guid}}`,
    `${guid}/lang_de`,
    guid.replaceAll('-', ''),
    guid.replace('3', 'g'),
    '00000000-0000-0000-0000-000000000000',
  ])('is not %j', (candidate) => {
    expect(isGuid(candidate)).toBe(false)
  })
})
