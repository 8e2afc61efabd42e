import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCanonicalDevice, readHardwareId } from '../../../src/shared/phones/hardware-id.ts'
import { anyMac, anyPort, macForms } from '../../support/phone-arbitraries.ts'

describe('a hardware ID', () => {
  test.each([
    '00-04-F2-81-24-B3',
    '00-04-f2-81-24-b3',
    '00:04:F2:81:24:B3',
    '00.04.F2.81.24.B3',
    '00 04 F2 81 24 B3',
    '0004.f281.24b3',
    '0004-f281-24b3',
    '0004f2-8124b3',
    '0004F28124B3',
  ])('is understood as %s', (typed) => {
    expect(readHardwareId(typed)).toEqual({ kind: 'device', canonical: '00-04-F2-81-24-B3' })
  })

  test.each(['00-04-F2-81-24-B4:001', '00:04:F2:81:24:B4:001', '0004.f281.24b4:001', '0004F28124B4:001'])(
    'is understood with a port as %s',
    (typed) => {
      expect(readHardwareId(typed)).toEqual({ kind: 'device', canonical: '00-04-F2-81-24-B4:001' })
    },
  )

  test('with colons and no port has no port', () => {
    expect(readHardwareId('00:04:F2:81:24:B4')).toEqual({ kind: 'device', canonical: '00-04-F2-81-24-B4' })
  })

  test('of twelve plain digits is one, also with an E among them', () => {
    expect(readHardwareId('400281246789')).toMatchObject({ canonical: '40-02-81-24-67-89' })
    expect(readHardwareId('123456E78901')).toMatchObject({ kind: 'device', canonical: '12-34-56-E7-89-01' })
  })

  test.each([
    ['00-00-00-00-00-00', 'zero'],
    ['000000000000:001', 'zero'],
    ['ff:ff:ff:ff:ff:ff', 'broadcast'],
    ['01-00-5E-00-00-01', 'multicast'],
    ['33:33:00:00:00:01', 'multicast'],
  ])('of no device is %s: %s', (typed, as) => {
    expect(readHardwareId(typed)).toMatchObject({ kind: 'reserved', as })
  })

  test('may be assigned locally', () => {
    expect(readHardwareId('1A-2B-3C-D4-E5-F6').kind).toBe('device')
  })

  test.each([
    ['00-90-8F-00-00-01:1', '00-90-8F-00-00-01:001'],
    ['00-90-8F-00-00-01:24', '00-90-8F-00-00-01:024'],
    ['00:90:8F:00:00:01:1', '00-90-8F-00-00-01:001'],
    ['00:90:8F:00:00:01:01', '00-90-8F-00-00-01:001'],
    ['00-90-8F-00-00-01-001', '00-90-8F-00-00-01:001'],
    ['00908f000001/2', '00-90-8F-00-00-01:002'],
    ['00-90-8F-00-00-01: 3', '00-90-8F-00-00-01:003'],
  ])('has a port written wrongly as %s, and right as %s', (typed, fix) => {
    expect(readHardwareId(typed)).toEqual({ kind: 'port-invalid', fix })
  })

  test.each([
    '00-90-8F-00-00-01:000',
    '00-90-8F-00-00-01:0',
    '00-90-8F-00-00-01:',
    '00-90-8F-00-00-01:1000',
    '00-90-8F-00-00-01:A1',
    '00:90:8F:00:00:01:B4',
    '01-00-5E-00-00-01:1',
  ])('has no port that could be meant in %s', (typed) => {
    expect(readHardwareId(typed)).toEqual({ kind: 'port-invalid', fix: undefined })
  })

  test.each(['4.00E+11', '4,00E+11', '4E+11', '4.0028124e+10', '1E-05', '12345678', '0', '####', '#NUM!'])(
    'was lost to a spreadsheet in %s',
    (typed) => {
      expect(readHardwareId(typed)).toEqual({ kind: 'mangled', fix: undefined })
    },
  )

  test.each([
    ['412345678', '00-04-12-34-56-78'],
    ['4123456789', '00-41-23-45-67-89'],
    ['41234567890', '04-12-34-56-78-90'],
  ])('lost its first zeros to a spreadsheet in %s, and was %s', (typed, fix) => {
    expect(readHardwareId(typed)).toEqual({ kind: 'mangled', fix })
  })

  test('lost its first zeros, but was of no device with one', () => {
    expect(readHardwareId('11234567890')).toEqual({ kind: 'mangled', fix: undefined })
  })

  test.each([
    ['00-04-F2-81-24', 10],
    ['00-04-F2-81-24-B', 11],
    ['00-04-F2-81-24-B3-AA', 14],
    ['00-04-F2-81-24:001', 13],
    ['00-04-F2-81-2:001', 12],
    ['00-04:F2-81-24-B3', 12],
    ['0-04-F2-81-24-B3-', 11],
    ['000-4F2-812-4B3', 12],
    ['00908F123456001', 15],
    ['00-04-F2-81-24-BG', undefined],
    ['OO-04-F2-81-24-B3', undefined],
    ['00-04-F2-81-24-B3 (spare)', undefined],
    ['lobby', undefined],
  ])('cannot be understood in %s', (typed, digits) => {
    expect(readHardwareId(typed)).toEqual({ kind: 'invalid', digits })
  })

  test('is the same in every form it may be written in', () => {
    fc.assert(
      fc.property(anyMac, anyPort, (mac, port) => {
        const canonical = mac + port
        expect(isCanonicalDevice(canonical)).toBe(true)
        for (const form of macForms) {
          expect(readHardwareId(form(mac) + port)).toEqual({ kind: 'device', canonical })
        }
      }),
    )
  })

  test('is never misread: what is understood has the digits that were typed', () => {
    const slip = fc.tuple(fc.nat(22), fc.nat(2), fc.constantFrom('', ...'0aF-:. g'))
    fc.assert(
      fc.property(
        anyMac,
        anyPort,
        fc.constantFrom(...macForms),
        slip,
        (mac, port, form, [at, drop, insert]) => {
          const right = form(mac) + port
          const typed = right.slice(0, at) + insert + right.slice(at + drop)
          const reading = readHardwareId(typed)
          if (reading.kind !== 'device') return
          expect(digitsOf(reading.canonical)).toBe(digitsOf(typed))
          expect(isCanonicalDevice(reading.canonical)).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

const digitsOf = (text: string): string => text.replace(/[-:. ]/g, '').toUpperCase()
