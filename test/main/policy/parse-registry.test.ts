import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRegistry } from '../../../src/main/policy/parse-registry.ts'
import { withCpuTime } from '../../support/cpu-time.ts'

const key = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\SipGatewayBulkSignIn'
const guid = '12128f48-ec9e-42f0-b203-ea49fb6af367'
const read = (...lines: readonly string[]) => Object.fromEntries(parseRegistry(lines.join('\r\n'), env))
const env = { UserDnsDomain: 'contoso.com', EMPTY: '' }

describe('what reg.exe prints', () => {
  test('is read value by value', () => {
    expect(
      read(
        '',
        key,
        `    ClientId    REG_SZ    ${guid}`,
        '    Tenant    REG_EXPAND_SZ    %USERDNSDOMAIN%',
        '    Region    REG_SZ    EMEA',
        '    Updates    REG_DWORD    0x0',
        '',
      ),
    ).toEqual({ ClientId: guid, Tenant: 'contoso.com', Region: 'EMEA', Updates: '0' })
  })

  test.each([
    '    (Default)    REG_SZ    (value not set)',
    '    (Standard)    REG_SZ    (Wert nicht festgelegt)',
    '    (par d\xe9faut)    REG_SZ    (valeur non d\xe9finie)',
    '    (\x8a\xf9\x92\xe8)    REG_SZ    off',
    '    <NO NAME>    REG_SZ    ',
  ])('has a value without a name in every language: %j', (line) => {
    expect(read(key, line, '    Updates    REG_SZ    off')).toEqual({ Updates: 'off' })
  })

  test('may be of old, with tabs, a blank line after the key and keys under it', () => {
    expect(
      read(
        '! REG.EXE VERSION 3.0',
        '',
        key,
        '\tUpdates\tREG_SZ\ttell',
        '',
        `${key}\\Updates    REG_SZ    on`,
      ),
    ).toEqual({ Updates: 'tell' })
  })

  test('may be nothing but words, of whatever language', () => {
    expect(read('FEHLER: Der angegebene Registrierungsschl\x81ssel wurde nicht gefunden.')).toEqual({})
    expect(read('ERROR: Registry editing has been disabled by your administrator.')).toEqual({})
  })

  test('keeps blanks within a name and within the data, and an empty one is empty', () => {
    expect(
      read(key, '    My Name    REG_SZ    a  b ', '    Tenant    REG_SZ', '    Region    REG_SZ    '),
    ).toEqual({
      'My Name': 'a  b',
      Tenant: '',
      Region: '',
    })
  })

  test('leaves a variable that is not there as it stands, and expands no other type', () => {
    expect(read(key, '    A    REG_EXPAND_SZ    %NOBODY%%EMPTY%%', '    B    REG_SZ    %EMPTY%')).toEqual({
      A: '%NOBODY%%',
      B: '%EMPTY%',
    })
  })

  test('does not let data with line breaks take the place of a value that came before', () => {
    expect(
      read(key, '    Updates    REG_SZ    off', '    Z    REG_SZ    a', '    Updates    REG_SZ    on'),
    ).toMatchObject({ Updates: 'off' })
  })

  test('of other types is text too, and never more than that', () => {
    expect(
      read(
        key,
        '    A    REG_BINARY    00FF',
        '    B    REG_MULTI_SZ    a\\0b',
        '    C    REG_QWORD    0x10',
        '    D    REG_DWORD    (invalid DWORD value)',
      ),
    ).toEqual({ A: '00FF', B: 'a\\0b', C: '16', D: '(invalid DWORD value)' })
  })
})

test('whatever is printed is read without an error', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '    ',
      '\t',
      ' ',
      'REG_SZ',
      'REG_DWORD',
      'REG_EXPAND_SZ',
      '0x',
      '%',
      '\r\n',
      '\n',
      'Updates',
    ),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const [name, data] of parseRegistry(pieces.join(''), env))
        expect(`${name}${data}`).not.toMatch(/[\r\n]/)
    }),
    { numRuns: 1000 },
  )
})

test('long lines take no longer than their length', () => {
  const { ms } = withCpuTime(() => {
    for (const length of [1_000, 100_000]) {
      parseRegistry(`${' '.repeat(length)}a${' '.repeat(length)}`, env)
      parseRegistry(`    a${' b'.repeat(length)}    REG_`, env)
      parseRegistry(`    a    REG_EXPAND_SZ    ${'%'.repeat(length)}`, env)
    }
  })
  expect(ms).toBeLessThan(1000)
})

test('what reg.exe prints of any value is that value', () => {
  const word = fc.stringMatching(/^[!-'*-;=-~]([ -~]{0,20}[!-~])?$/).filter((one) => !/ {2}|REG_/.test(one))
  fc.assert(
    fc.property(fc.dictionary(word, fc.stringMatching(/^([!-~]([ -~]{0,30}[!-~])?)?$/)), (values) => {
      const lines = Object.entries(values).map(([name, data]) => `    ${name}    REG_SZ    ${data}`)
      expect(parseRegistry(['', key, ...lines, ''].join('\r\n'), {})).toEqual(new Map(Object.entries(values)))
    }),
  )
})
