import { describe, expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import type { Issue } from '../../../src/shared/phones/issue.ts'
import type { PhoneList } from '../../../src/shared/phones/phone-list.ts'
import { withCpuTime } from '../../support/cpu-time.ts'
import { brief, sheetOf, sheetOfRows } from '../../support/sheets.ts'

type Cells = readonly [string, string, string?]

const check = (...rows: readonly Cells[]): PhoneList => checkPhones(sheetOfRows(...rows), 'EMEA')

/** The only issue on these rows. */
function only(...rows: readonly Cells[]): Issue {
  const { issues } = check(...rows)
  expect(brief(issues)).toHaveLength(1)
  return issues[0] as Issue
}

describe('a row', () => {
  test('without a fault is ready, in the canonical form', () => {
    expect(
      check(['Lobby@Contoso.com', '0004.f281.24b3'], ['yard@contoso.com', '00:90:8f:12:34:56:001']),
    ).toEqual({
      name: 'phones.csv',
      issues: [],
      rows: [
        {
          row: 2,
          username: 'Lobby@Contoso.com',
          hardwareId: '00-04-F2-81-24-B3',
          region: 'EMEA',
          status: 'ready',
        },
        {
          row: 3,
          username: 'yard@contoso.com',
          hardwareId: '00-90-8F-12-34-56:001',
          region: 'EMEA',
          status: 'ready',
        },
      ],
    })
  })

  test('with a fault stays in the list, as typed but for blanks', () => {
    expect(check([' lobby ', ' 00-04-F2 '], ['', ''])).toMatchObject({
      rows: [
        { row: 2, username: 'lobby', hardwareId: '00-04-F2', status: 'error' },
        { row: 3, username: '', hardwareId: '', status: 'error' },
      ],
    })
  })

  test('that was cleaned says so, with the cell as it stands in the file', () => {
    const typed = '\u00a0lobby@contoso.com '
    expect(only([typed, '00-04-F2-81-24-B3'])).toEqual({
      severity: 'note',
      code: 'text-cleaned',
      row: 2,
      column: 'username',
      value: typed,
      message: '"«U+00A0»lobby@contoso.com " was read as "lobby@contoso.com": extra characters removed.',
    })
    expect(only(['lobby@contoso.com', '00–04–F2–81–24–B3'])).toMatchObject({
      code: 'text-cleaned',
      column: 'hardwareId',
    })
    expect(only(['lobby@contoso.com', '00-04-F2-81-24-B3', '\u200bemea'])).toMatchObject({
      code: 'text-cleaned',
      column: 'region',
    })
  })
})

describe('a username', () => {
  test('that is missing', () => {
    expect(only(['\u00a0', '00-04-F2-81-24-B3'])).toMatchObject({
      severity: 'error',
      code: 'username-missing',
      row: 2,
      column: 'username',
      message:
        'The username is missing. Enter the account that the phone is to sign in with, such as lobby@contoso.com.',
    })
  })

  test.each([
    ['café@contoso.com', '"é" isn\'t allowed in it'],
    ['lobby', 'it has no @'],
    ['a@b@c.com', 'it has more than one @'],
    ['@contoso.com', 'there is nothing before the @'],
    ['lobby.@contoso.com', "there can't be a dot before the @"],
    ['lobby@contoso', "the part after the @ isn't a domain with a dot"],
    [`${'a'.repeat(2000)}@b.cc`, "it's longer than 1,024 characters"],
  ])('that is wrong names row, value and reason: %s', (value, reason) => {
    const issue = only([value, '00-04-F2-81-24-B3'])
    expect(issue).toMatchObject({
      severity: 'error',
      code: 'username-invalid',
      row: 2,
      column: 'username',
      value,
    })
    expect(issue.message).toContain(`"${value.slice(0, 59)}`)
    expect(issue.message).toContain(reason)
  })

  test.each(['sip:lobby@contoso.com', 'mailto:lobby@contoso.com'])(
    'that is a link has a fix: %s',
    (value) => {
      expect(only([value, '00-04-F2-81-24-B3'])).toMatchObject({
        code: 'username-invalid',
        fix: 'lobby@contoso.com',
      })
    },
  )

  test('that is wrong otherwise has no fix', () => {
    expect(only(['sip:lobby', '00-04-F2-81-24-B3'])).not.toHaveProperty('fix')
  })
})

describe('a hardware ID', () => {
  test.each([
    ['', 'hardware-id-missing', undefined, 'The hardware ID is missing.'],
    ['00-04-F2-81-24', 'hardware-id-invalid', undefined, 'it has 10 digits instead of 12'],
    ['desk phone', 'hardware-id-invalid', undefined, '"desk phone" isn\'t a hardware ID. Enter the MAC'],
    [
      '4.00E+11',
      'hardware-id-mangled',
      undefined,
      '"4.00E+11" is a hardware ID that a spreadsheet turned into',
    ],
    ['412345678', 'hardware-id-mangled', '00-04-12-34-56-78', 'It probably was 00-04-12-34-56-78'],
    ['000000000000', 'hardware-id-reserved', undefined, 'the address of all zeros, which no device has'],
    ['ff:ff:ff:ff:ff:ff', 'hardware-id-reserved', undefined, 'the broadcast address'],
    ['01-00-5E-00-00-01', 'hardware-id-reserved', undefined, 'a multicast address'],
    ['00-90-8F-00-00-01:1', 'port-invalid', '00-90-8F-00-00-01:001', 'It probably is 00-90-8F-00-00-01:001.'],
    ['00-90-8F-00-00-01:000', 'port-invalid', undefined, 'A port is a colon and three digits, from 001 on.'],
  ])('that is wrong names row, value and what to do: %s', (value, code, fix, says) => {
    const issue = only(['lobby@contoso.com', value])
    expect(issue).toMatchObject({ severity: 'error', code, row: 2, column: 'hardwareId', value })
    expect(issue.fix).toBe(fix)
    expect(issue.message).toContain(says)
  })
})

describe('a region', () => {
  const rows = [['lobby@contoso.com', '00-04-F2-81-24-B3', '']] as const

  test('is the selected one where the cell is blank', () => {
    expect(checkPhones(sheetOfRows(...rows), 'APAC')).toMatchObject({
      rows: [{ region: 'APAC' }],
      issues: [],
    })
  })

  test('is the row’s own where it has one', () => {
    expect(check(['lobby@contoso.com', '00-04-F2-81-24-B3', 'noam']).rows[0]?.region).toBe('NOAM')
  })

  test('is missing where the cell is blank and none is selected', () => {
    const list = checkPhones(sheetOfRows(...rows), undefined)
    expect(brief(list.issues)).toEqual(['error region-missing 2 region'])
    expect(list.rows).toMatchObject([{ region: undefined, status: 'error' }])
  })

  test('stays open without an issue where the file has no such column and none is selected', () => {
    const list = checkPhones(sheetOfRows(['lobby@contoso.com', '00-04-F2-81-24-B3']), undefined)
    expect(list).toMatchObject({ rows: [{ region: undefined, status: 'ready' }], issues: [] })
  })

  test('that is none is an error, whichever is selected', () => {
    const issue = only(['lobby@contoso.com', '00-04-F2-81-24-B3', 'EU'])
    expect(issue).toMatchObject({
      severity: 'error',
      code: 'region-invalid',
      value: 'EU',
      message: '"EU" isn\'t a region. Enter NOAM, EMEA or APAC.',
    })
  })
})

describe('the same device in several rows', () => {
  test('is an error on each of them, naming the others, however it is written', () => {
    const list = check(
      ['a@b.cc', '0004.f281.24b3'],
      ['b@b.cc', '00-04-F2-81-24-B4'],
      ['c@b.cc', '00-04-F2-81-24-B3'],
      ['d@b.cc', '00:04:F2:81:24:B3'],
    )
    expect(brief(list.issues)).toEqual([
      'error device-twice 2 hardwareId',
      'error device-twice 4 hardwareId',
      'error device-twice 5 hardwareId',
    ])
    expect(list.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('The device "0004.f281.24b3" (00-04-F2-81-24-B3) is also in rows 4 and 5.'),
      expect.stringContaining('The device "00-04-F2-81-24-B3" is also in rows 2 and 5.'),
      expect.stringContaining('The device "00:04:F2:81:24:B3" (00-04-F2-81-24-B3) is also in rows 2 and 4.'),
    ])
    expect(list.rows.map(({ status }) => status)).toEqual(['error', 'ready', 'error', 'error'])
  })

  test('is one also where a row has another error', () => {
    const { issues } = check(['café@b.cc', '00-04-F2-81-24-B3'], ['b@b.cc', '00-04-F2-81-24-B3'])
    expect(brief(issues)).toEqual([
      'error username-invalid 2 username',
      'error device-twice 2 hardwareId',
      'error device-twice 3 hardwareId',
    ])
  })

  test('is none where the ports differ', () => {
    const { issues } = check(
      ['a@b.cc', '00-90-8F-12-34-56:001'],
      ['b@b.cc', '00-90-8F-12-34-56:002'],
      ['c@b.cc', '00-90-8F-12-34-56'],
    )
    expect(issues).toEqual([])
  })

  test('is none where the hardware ID is of no device, or not understood', () => {
    const codes = check(
      ['a@b.cc', '000000000000'],
      ['b@b.cc', '000000000000'],
      ['c@b.cc', 'x'],
      ['d@b.cc', 'x'],
    )
    expect(codes.issues.map(({ code }) => code)).not.toContain('device-twice')
  })
})

describe('the same account on several devices', () => {
  test('is a warning on each row, naming the others, and leaves them ready', () => {
    const list = check(
      ['gate@contoso.com', '00-04-F2-81-24-B3'],
      ['Gate@Contoso.com', '00-04-F2-81-24-B4'],
      ['lobby@contoso.com', '00-04-F2-81-24-B5'],
    )
    expect(brief(list.issues)).toEqual([
      'warning account-on-several-devices 2 username',
      'warning account-on-several-devices 3 username',
    ])
    expect(list.issues[1]?.message).toBe(
      'The account "Gate@Contoso.com" is also in row 2, with other devices. All of them will sign in with it. Check that you want this.',
    )
    expect(list.rows.map(({ status }) => status)).toEqual(['ready', 'ready', 'ready'])
  })

  test('counts only rows that will be signed in', () => {
    const { issues } = check(['gate@contoso.com', 'x'], ['gate@contoso.com', '00-04-F2-81-24-B4'])
    expect(brief(issues)).toEqual(['error hardware-id-invalid 2 hardwareId'])
  })

  test('is no second issue where it is the same device too', () => {
    const { issues } = check(['a@b.cc', '00-04-F2-81-24-B3'], ['a@b.cc', '00-04-F2-81-24-B3'])
    expect(issues.map(({ code }) => code)).toEqual(['device-twice', 'device-twice'])
  })
})

describe('the issues', () => {
  test('stand in the order of the file, those about all of it first', () => {
    const sheet = sheetOf(
      [
        'Notes,MAC,UPN,Region',
        ',00-04-F2-81-24-B3, a@b.cc,EMEA',
        ',x,,EU',
        ',00-04-F2-81-24-B3,c@b.cc,',
        ',00-04-F2-81-24-B5,d@b.cc,EMEA',
        ',00-04-F2-81-24-B6,d@b.cc,EMEA',
      ].join('\n'),
    )
    expect(brief(checkPhones(sheet, undefined).issues)).toEqual([
      'note header-other-name username',
      'note header-other-name hardwareId',
      'note column-unused',
      'note text-cleaned 2 username',
      'error device-twice 2 hardwareId',
      'error username-missing 3 username',
      'error hardware-id-invalid 3 hardwareId',
      'error region-invalid 3 region',
      'error device-twice 4 hardwareId',
      'error region-missing 4 region',
      'warning account-on-several-devices 5 username',
      'warning account-on-several-devices 6 username',
    ])
  })

  test('say an error before the note on the same cell', () => {
    expect(brief(check([' lobby ', '00-04-F2-81-24-B3']).issues)).toEqual([
      'error username-invalid 2 username',
      'note text-cleaned 2 username',
    ])
  })

  test('stay short, whatever a cell holds', () => {
    const { issues } = check([
      `a\u001b[2J${'x'.repeat(1_000_000)}`,
      `${'0-'.repeat(500_000)}`,
      'y'.repeat(1_000_000),
    ])
    expect(issues).toHaveLength(3)
    for (const { message } of issues) {
      expect(message.length).toBeLessThan(400)
      expect(message).not.toContain('\u001b')
    }
  })
})

describe('100,000 rows', () => {
  const mac = (index: number): string =>
    `00-04-F2-${index.toString(16).padStart(6, '0').match(/../g)?.join('-')}`
  const rows = (cells: (index: number) => Cells) =>
    sheetOfRows(...Array.from({ length: 100_000 }, (_, at) => cells(at)))

  test.each([
    ['device', 'device-twice', rows((index) => [`phone${index}@contoso.com`, '00-04-F2-81-24-B3'])],
    ['account', 'account-on-several-devices', rows((index) => ['gate@contoso.com', mac(index)])],
  ])('with the same %s are checked in seconds, each naming a few others', (_, code, sheet) => {
    const {
      value: { issues },
      ms,
    } = withCpuTime(() => checkPhones(sheet, 'NOAM'))
    expect(ms).toBeLessThan(5_000)
    expect(issues).toHaveLength(100_000)
    expect(issues.at(-1)).toMatchObject({ code, row: 100_001 })
    expect(issues.at(0)?.message).toContain('rows 3, 4, 5 and 99,996 more')
    expect(issues.at(-1)?.message).toContain('rows 2, 3, 4 and 99,996 more')
  })
})
