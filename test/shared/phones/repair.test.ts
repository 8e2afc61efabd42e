import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repairHardwareId } from '../../../src/shared/phones/repair-hardware-id.ts'
import { repairUsername } from '../../../src/shared/phones/repair-username.ts'
import { anyMac } from '../../support/phone-arbitraries.ts'

describe('a hardware ID that is unmistakable', () => {
  test.each([
    ['SEP0004F28124B1', '00-04-F2-81-24-B1', 'device-name'],
    ['SEP0004F28124B1.cnf.xml', '00-04-F2-81-24-B1', 'device-name'],
    ['01:00:04:f2:81:24:b1', '00-04-F2-81-24-B1', 'client-identifier'],
    ['1:0:4:f2:81:24:b2', '00-04-F2-81-24-B2', 'client-identifier'],
    ['0100.04f2.8124.b3', '00-04-F2-81-24-B3', 'client-identifier'],
    ['01805e0cb02412', '80-5E-0C-B0-24-12', 'client-identifier'],
    ['80:5e:c:b0:1c:0', '80-5E-0C-B0-1C-00', 'octets'],
    ['MAC: 0004f28124b1', '00-04-F2-81-24-B1', 'wrapping'],
    ['mac=00-04-f2-81-24-b1', '00-04-F2-81-24-B1', 'wrapping'],
    ['[00:04:F2:81:24:B1]', '00-04-F2-81-24-B1', 'wrapping'],
    ['0004f28124b1.cfg', '00-04-F2-81-24-B1', 'wrapping'],
    ['00-04-F2-81-24-B1,', '00-04-F2-81-24-B1', 'wrapping'],
    ['0x0004f28124b1', '00-04-F2-81-24-B1', 'wrapping'],
    ['00_04_F2_81_24_B1', '00-04-F2-81-24-B1', 'separators'],
    ['00-04:F2-81-24-B3', '00-04-F2-81-24-B3', 'separators'],
    ['0004 F281-24B1', '00-04-F2-81-24-B1', 'separators'],
    ['00-90-8F-12-34-56 Port 1', '00-90-8F-12-34-56:001', 'port'],
    ['00:90:8f:12:34:56 (FXS2)', '00-90-8F-12-34-56:002', 'port'],
    ['00908F123456#3', '00-90-8F-12-34-56:003', 'port'],
    ['MAC 00908F123456, line 12', '00-90-8F-12-34-56:012', 'port'],
    ['1565123456.0', '00-15-65-12-34-56', 'number'],
    ['1,565,123,456', '00-15-65-12-34-56', 'number'],
    ["1'565'123'456", '00-15-65-12-34-56', 'number'],
    ['1.565.123.456,00', '00-15-65-12-34-56', 'number'],
    ['8.05123456789E+11', '80-51-23-45-67-89', 'number'],
  ])('in %s is %s', (typed, fix, kind) => {
    expect(repairHardwareId(typed)).toMatchObject({ fix, kind })
  })

  test.each([
    ['OO-04-F2-81-24-B1', '00-04-F2-81-24-B1', 'O', 'letter'],
    ['00-04-F2-8l-24-B2', '00-04-F2-81-24-B2', 'l', 'letter'],
    ['00-04-F2-81-24-ВC', '00-04-F2-81-24-BC', 'В', 'Cyrillic'],
    ['００-04-F2-81-24-B4', '00-04-F2-81-24-B4', '０', 'full-width'],
  ])('in %s is %s, and the character is named', (typed, fix, character, script) => {
    expect(repairHardwareId(typed)).toMatchObject({ fix, lookalike: { typed: character, script } })
  })

  test.each([
    '00-04-F2-81-24-BG',
    '00-04-F2-81-2:001',
    '00-04-F2-81-24',
    '000-4F2-812-4B3-1',
    'ATA04F28124B201',
    'ATA0004F28124B2',
    '01-00-5E-00-00-01',
    '4.00E+11',
    '1.05514380400001E+016',
    '1.5651E+09',
    '00-90-8F-12-34-56 Port 000',
    '00-90-8F-12-34-56 (2)',
    '00908F123456:001 Port 2',
    'Polycom VVX',
    '10.20.30.40',
    '2025-03-01 10:00',
  ])('is none in %s', (typed) => {
    expect(repairHardwareId(typed)).toBeUndefined()
  })

  test('has the digits that were typed, in their order', () => {
    const wrapped = fc.constantFrom('SEP', 'MAC: ', '01:', '(', '')
    fc.assert(
      fc.property(anyMac, wrapped, fc.constantFrom('', ')', '.cfg', ','), (mac, before, after) => {
        const repair = repairHardwareId(`${before}${mac.replaceAll('-', ':')}${after}`)
        if (repair) expect(repair.fix).toBe(mac)
      }),
    )
  })
})

describe('a username that is unmistakable', () => {
  test.each([
    ['sip:lobby@contoso.com', 'lobby@contoso.com', 'scheme'],
    ['SMTP:lobby@contoso.com', 'lobby@contoso.com', 'scheme'],
    ['CONTOSO\\lobby', 'lobby@contoso.com', 'domain-user'],
    ['FABRIKAM\\lobby@contoso.com', 'lobby@contoso.com', 'domain-user'],
    ['lobby@contoso.com,', 'lobby@contoso.com', 'wrapping'],
    ['Lobby West <lobby@contoso.com>', 'lobby@contoso.com', 'wrapping'],
    ['lobby @ contoso.com', 'lobby@contoso.com', 'wrapping'],
    ['lоbby@contoso.com', 'lobby@contoso.com', 'lookalike'],
    ['lobby＠contoso.com', 'lobby@contoso.com', 'lookalike'],
  ])('in %s is %s', (typed, fix, kind) => {
    expect(repairUsername(typed, () => 'contoso.com')).toMatchObject({ fix, kind })
  })

  test.each(['lobby', 'FABRIKAM\\lobby', 'café@contoso.com', 'a@b.cc, c@d.ee', 'lobby@contoso'])(
    'is none in %s',
    (typed) => {
      expect(repairUsername(typed, () => 'contoso.com')).toBeUndefined()
    },
  )
})
