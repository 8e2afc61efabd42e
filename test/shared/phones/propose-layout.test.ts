import { describe, expect, test } from 'vitest'
import { brief, refusalOf, sheetOf } from '../../support/sheets.ts'

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
const mac = (row: number, of = 0xb0): string => `00-04-F2-81-${of.toString(16).toUpperCase()}-0${row}`
/** Three rows, each made from its number. */
const rows = (line: (row: number) => string): readonly string[] => [1, 2, 3].map(line)

describe('a heading that does not say whose account it is', () => {
  test.each([
    'Store email',
    'Technician e-mail',
    'Hauswart (E-Mail)',
    'Rechnung an E-Mail',
    'Courriel du syndic',
    'Last logged on user',
    'Updated by (email)',
    'Contactpersoon e-mail',
    'Referente (email)',
    '担当者メールアドレス',
    'Vorheriger Benutzer',
    'Eigentümer (UPN)',
    'Billing account',
  ])('is asked about: %s', (heading) => {
    expect(
      refusalOf(lines(`${heading},MAC`, ...rows((row) => `phone${row}@contoso.com,${mac(row)}`))),
    ).toMatchObject({ code: 'columns-uncertain' })
  })

  test.each(['Email', 'User email', 'Primary user e-mail address', 'E-Mail (geschäftlich)', '(Email)'])(
    'is not %s',
    (heading) => {
      const text = lines(`${heading},MAC`, ...rows((row) => `phone${row}@contoso.com,${mac(row)}`))
      expect(sheetOf(text).rows).toHaveLength(3)
    },
  )
})

describe('a header that is not over the columns that it names is asked about', () => {
  test.each([
    [
      'because each row has a name with a delimiter in it',
      'MAC,Name,Contact,UPN,Note',
      (row: number) => `${mac(row)},Room ${row}, West,contact${row}@contoso.com,phone${row}@contoso.com,ok`,
    ],
    [
      'and the last cell is blank',
      'MAC,Name,Contact,UPN,Note',
      (row: number) => `${mac(row)},Room ${row}, West,contact${row}@contoso.com,phone${row}@contoso.com,`,
    ],
    [
      'because the rows have a number that the header has no name for',
      'Old MAC,MAC,Contact,UPN',
      (row: number) =>
        `${row},${mac(row, 0xa0)},${mac(row)},contact${row}@contoso.com,phone${row}@contoso.com`,
    ],
    [
      'because the header has a delimiter in a name',
      'Room (floor, no),UPN,Contact,MAC,Old MAC',
      (row: number) =>
        `R${row},phone${row}@contoso.com,contact${row}@contoso.com,${mac(row)},${mac(row, 0xa0)}`,
    ],
  ])('%s', (_, header, line) => {
    expect(refusalOf(lines(header, ...rows(line)))).toMatchObject({
      code: 'columns-uncertain',
      message: expect.stringContaining('Several columns could be the Username: "UPN" and'),
    })
  })

  test('but not if only a delimiter ends each row, or blank cells are left out', () => {
    const line = (row: number) => `phone${row}@contoso.com,contact${row}@contoso.com,${mac(row)}`
    expect(sheetOf(lines('UPN,Contact email,MAC', ...rows((row) => `${line(row)},`))).rows).toHaveLength(3)
    expect(sheetOf(lines('UPN,Contact email,MAC,Phone,Note', ...rows(line))).rows).toHaveLength(3)
  })

  test('nor if a telephone number looks like a device', () => {
    const line = (row: number) => `phone${row}@contoso.com,44770090012${row},${mac(row)}`
    expect(sheetOf(lines('UPN,Mobile,MAC,Note', ...rows(line))).rows).toHaveLength(3)
  })
})

describe('a column beside one with a plainer name is asked about', () => {
  test.each([
    ['New MAC', 'UPN,MAC,New MAC', 'HardwareId'],
    ['MAC neu', 'UPN,MAC,MAC neu', 'HardwareId'],
    ['Nouvelle adresse MAC', 'UPN,Adresse MAC,Nouvelle adresse MAC', 'HardwareId'],
    ['新MACアドレス', 'UPN,MACアドレス,新MACアドレス', 'HardwareId'],
    ['Replacement phone', 'UPN,MAC,Replacement phone', 'HardwareId'],
    ['IP phone MAC', 'UPN,MAC address,IP phone MAC', 'HardwareId'],
    ['MAC 2', 'UPN,MAC,MAC 2', 'HardwareId'],
    ['HardwareId', 'UPN,MAC,HardwareId', 'HardwareId'],
    ['New username', 'Username,HardwareId,New username', 'Username'],
    ['UPN', 'Username,MAC,UPN', 'Username'],
    ['Phone account', 'UPN,MAC,Phone account', 'Username'],
    ['Common area phone', 'User,MAC,Common area phone', 'Username'],
    ['Teams', 'User,MAC,Teams', 'Username'],
  ])('%s, in the list %s', (name, header, role) => {
    const third = (row: number) => (role === 'Username' ? `desk${row}@contoso.com` : mac(row, 0xa0))
    const text = lines(header, ...rows((row) => `phone${row}@contoso.com,${mac(row)},${third(row)}`))
    const { code, message } = refusalOf(text)
    expect(code).toBe('columns-uncertain')
    expect(message).toMatch(`Several columns could be the ${role}: `)
    expect(message).toContain(`"${name}"`)
  })

  test.each(['Old MAC', 'Wi-Fi MAC address', 'MAC alt', 'Printer MAC', 'Alternate MAC address'])(
    'but not %s',
    (name) => {
      const text = lines(
        `UPN,New MAC,${name}`,
        ...rows((row) => `phone${row}@contoso.com,${mac(row)},${mac(row, 0xa0)}`),
      )
      expect(sheetOf(text).rows[0]).toMatchObject({ hardwareId: mac(1) })
    },
  )
})

test('SIP addresses beside the same accounts are no question, but are one where they are the likelier column', () => {
  const list = (header: string) =>
    lines(header, ...rows((row) => `phone${row}@contoso.com,sip:phone${row}@contoso.com,${mac(row)}`))
  expect(sheetOf(list('Account,SIP address,MAC')).rows[0]).toMatchObject({ username: 'phone1@contoso.com' })
  expect(refusalOf(list('Mail,SIP address,MAC'))).toMatchObject({ code: 'columns-uncertain' })
})

describe('a second table beside the first', () => {
  test.each([
    ['with names of its own', 'UPN,MAC,,Account,Device'],
    ['without names', 'UPN,MAC,,,'],
    ['with a name that says nothing', 'UPN,MAC,,Sign-in name,Phone'],
    ['under other titles', 'UPN,MAC,,Basel,Bern'],
  ])('is asked about, %s', (_, header) => {
    const line = (row: number) =>
      `phone${row}@contoso.com,${mac(row)},,desk${row}@contoso.com,${mac(row, 0xa0)}`
    expect(refusalOf(lines(header, ...rows(line)))).toMatchObject({
      code: 'columns-uncertain',
      message: expect.stringMatching(/could be the Username: .* could be the HardwareId: /),
    })
  })

  test('is none without a blank column between them, as far as names tell', () => {
    const line = (row: number) =>
      `phone${row}@contoso.com,${mac(row)},R${row},desk${row}@contoso.com,${mac(row, 0xa0)}`
    expect(sheetOf(lines('UPN,MAC,Room,Hotline,Base station', ...rows(line))).rows).toHaveLength(3)
  })

  test.each([
    ['in lower case', (bare: string) => bare.toLowerCase()],
    ['as the name of a device', (bare: string) => `SEP${bare}`],
  ])('is none if it only says the same device again, %s', (_, written) => {
    const line = (row: number) =>
      `phone${row}@contoso.com,${mac(row)},mail${row}@contoso.com,${written(mac(row).replaceAll('-', ''))}`
    expect(sheetOf(lines('UPN,MAC,Email,Device ID', ...rows(line))).rows).toHaveLength(3)
  })
})

test('a table that lies on its side is refused, for no choice of columns makes a list of it', () => {
  const phones = [1, 2, 3]
  const text = lines(
    'Room,1,2,3',
    `UPN,${phones.map((row) => `phone${row}@contoso.com`).join(',')}`,
    `MAC,${phones.map((row) => mac(row)).join(',')}`,
  )
  expect(refusalOf(text)).toMatchObject({
    code: 'header-missing-column',
    message: expect.stringContaining('Paste > Transpose'),
  })
})

test('a table whose headings are in its first column has no column for the devices', () => {
  expect(refusalOf(lines('Username,lobby@contoso.com', `HardwareId,${mac(1)}`, 'Room,1'))).toMatchObject({
    code: 'header-missing-column',
    message: expect.stringContaining('has no column HardwareId'),
  })
})

describe('a phone in columns that are not used', () => {
  test('is told of, where its row has moved by two cells', () => {
    const text = lines(
      'Username,HardwareId,Room,Floor',
      `lobby@contoso.com,${mac(1)},1,2`,
      `,,lift@contoso.com,${mac(2)},1,2`,
      ',,see above,,',
    )
    expect(sheetOf(text).rows.map(({ row }) => row)).toEqual([2, 3])
  })
})

describe('a list in semicolons', () => {
  test('of which one row has commas is read by its header', () => {
    const text = lines('UPN;MAC;Room', `lobby@contoso.com;${mac(1)};1`, `lift@contoso.com,${mac(2)},1`)
    const { rows, issues } = sheetOf(text)
    expect(rows).toMatchObject([{ username: 'lobby@contoso.com', hardwareId: mac(1) }, { row: 3 }])
    expect(brief(issues)).not.toContain('header-absent')
  })
})
