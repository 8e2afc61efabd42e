import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prefixesOf, vendorOf } from '../../../src/shared/site/vendor-of.ts'
import { hasNoAdapters, isOnMicrosoftsList, parseVendor, vendors } from '../../../src/shared/site/vendors.ts'
import { vendorsTable } from '../../site/vendors-table.ts'

const macOf = (prefix: string): string =>
  `${prefix.slice(0, 2)}-${prefix.slice(2, 4)}-${prefix.slice(4)}-81-24-B3`

describe('the probable maker of a device', () => {
  test('goes by a table that is what the register says today (npm run vendors writes it)', () => {
    const written = readFileSync(
      resolve(import.meta.dirname, '../../../src/shared/site/vendors-table.ts'),
      'utf8',
    )
    expect(written).toBe(vendorsTable())
  })

  test('is known of a phone that comes after one whose MAC address is missing or cut off', () => {
    const [prefix = ''] = prefixesOf('poly')
    for (const cut of ['', macOf(prefix).slice(0, 1)])
      expect([vendorOf(cut), vendorOf(macOf(prefix))]).toEqual([undefined, 'poly'])
  })

  test('is known of every block in the table, with a port or without', () => {
    let blocks = 0
    for (const vendor of vendors) {
      for (const prefix of prefixesOf(vendor)) {
        blocks++
        expect([vendorOf(macOf(prefix)), vendorOf(`${macOf(prefix)}:001`)]).toEqual([vendor, vendor])
      }
    }
    // Another number is a register that has grown: look at what is new in the table.
    expect(blocks).toBe(1335)
  })

  test.each([
    ['00-04-F2-81-24-B3', 'poly'],
    ['64-16-7F-00-00-01', 'poly'],
    ['00-15-65-00-00-01', 'yealink'],
    ['00-90-8F-00-00-01:001', 'audiocodes'],
    ['00-80-9F-00-00-01', 'ale'],
    ['00-1B-54-00-00-01', 'cisco'],
    ['00-0B-82-00-00-01', 'grandstream'],
  ] as const)('of %s is %s', (mac, vendor) => {
    expect(vendorOf(mac)).toBe(vendor)
  })

  test.each(['AA-BB-CC-00-00-01', '00-08-7B-00-00-01', '', 'no MAC'])(
    'of %j is not known: the block is nobody we name',
    (mac) => {
      expect(vendorOf(mac)).toBeUndefined()
    },
  )

  test('is on the list of Microsoft or not, and has adapters there or not', () => {
    expect(vendors.filter((vendor) => !isOnMicrosoftsList(vendor))).toEqual([
      'grandstream',
      'fanvil',
      'mitel',
    ])
    expect(vendors.filter(hasNoAdapters)).toEqual(['yealink', 'ale', 'algo', 'snom'])
    expect([parseVendor(' Poly '), parseVendor('POLYCOM')]).toEqual(['poly', undefined])
  })
})
