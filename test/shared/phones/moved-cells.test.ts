import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { editCell } from '../../../src/shared/phones/edit-cell.ts'
import { findHeadingsBelow } from '../../../src/shared/phones/headings-below.ts'
import { proposeLayout } from '../../../src/shared/phones/propose-layout.ts'
import { readTextGrid } from '../../../src/shared/phones/text-grid.ts'
import { cellsOf, proveMovedCells, quoted } from '../../support/prove-moved-cells.ts'
import { refusalOf, sheetOf } from '../../support/sheets.ts'

/** The rows that are ready, and those that say that their cells have moved. */
function outcomeOf(text: string) {
  const { rows, issues } = checkPhones(sheetOf(text), 'EMEA')
  return {
    ready: rows.filter(({ status }) => status === 'ready').map(({ username }) => username),
    moved: issues.filter(({ code }) => code === 'cells-moved').map(({ row }) => row),
  }
}

const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`

describe('a row whose cells have moved is an error, and never another one’s account', () => {
  test('where a cell was left out at its beginning', () => {
    const text = lines(
      'Room,Login,Contact,MAC,Old MAC',
      'Lift,lift@contoso.com,c1@contoso.com,00-04-F2-81-24-B1,00-04-F2-81-24-A1',
      'lobby@contoso.com,c2@contoso.com,00-04-F2-81-24-B2,00-04-F2-81-24-A2',
    )
    expect(outcomeOf(text)).toEqual({ ready: ['lift@contoso.com'], moved: [3] })
  })

  test.each([
    ['its last cell blank', '00-04-F2-81-24-B2,Lobby, West,bob.contact@contoso.com,lobby@contoso.com,'],
    ['its last cell left out', '00-04-F2-81-24-B2,Lobby, West,bob.contact@contoso.com,lobby@contoso.com'],
  ])('where a name has a comma without quotation marks, %s', (_, broken) => {
    const text = lines(
      'HardwareId,Name,Contact email,Username,Note',
      '00-04-F2-81-24-B1,Lift,ann.contact@contoso.com,lift@contoso.com,',
      broken,
      '00-04-F2-81-24-B3,Hall,eve.contact@contoso.com,hall@contoso.com,',
    )
    expect(outcomeOf(text)).toEqual({ ready: ['lift@contoso.com', 'hall@contoso.com'], moved: [3] })
  })

  test('where the only other row is sound, and in a semicolon’s list', () => {
    const text = lines(
      'MAC;Location;Contact;UPN;Note',
      '00-04-F2-81-24-B1;Bern;ann.contact@contoso.com;lift@contoso.com;',
      '00-04-F2-81-24-B2;Bern; West;bob.contact@contoso.com;lobby@contoso.com;',
    )
    expect(outcomeOf(text)).toEqual({ ready: ['lift@contoso.com'], moved: [3] })
  })

  test('where the next column’s account has moved into the place of the one that is missing', () => {
    const text = lines(
      'HardwareId,Username,Contact',
      '00-04-F2-81-24-B1,lift@contoso.com,ann@contoso.com',
      '00-04-F2-81-24-B2,bob@contoso.com',
      '00-04-F2-81-24-B3,hall@contoso.com,eve@contoso.com',
    )
    expect(outcomeOf(text).moved).toEqual([3])
  })

  test.each([
    [
      'an account to the left',
      'Room,Login,Contact,MAC',
      'lobby@contoso.com,bob@contoso.com,,00-04-F2-81-24-B9',
    ],
    [
      'an account to the right',
      'Contact,Login,Note,MAC',
      ',bob@contoso.com,lobby@contoso.com,00-04-F2-81-24-B9',
    ],
    [
      'a device to the left',
      'Login,Room,MAC,Old MAC,Floor',
      'lobby@contoso.com,00-04-F2-81-24-B9,00-04-F2-81-24-A9,,2',
    ],
    [
      'a device to the right',
      'Login,Old MAC,MAC,Note,Floor',
      'lobby@contoso.com,,00-04-F2-81-24-A9,00-04-F2-81-24-B9,2',
    ],
  ])('where only some of its cells have moved, %s', (_, header, moved) => {
    const cells: Readonly<Record<string, (row: number) => string>> = {
      ...{ Room: (row) => `R${row}`, Floor: () => '1', Note: () => 'spare' },
      ...{ Login: (row) => `phone${row}@contoso.com`, Contact: (row) => `contact${row}@contoso.com` },
      ...{ MAC: (row) => `00-04-F2-81-24-B${row}`, 'Old MAC': (row) => `00-04-F2-81-24-A${row}` },
    }
    const sound = [1, 2, 3].map((row) =>
      header
        .split(',')
        .map((column) => cells[column]?.(row))
        .join(','),
    )
    expect(outcomeOf(lines(header, ...sound, moved))).toEqual({
      ready: ['phone1@contoso.com', 'phone2@contoso.com', 'phone3@contoso.com'],
      moved: [5],
    })
  })

  test('where one of its cells has other rows in it, for want of a quotation mark', () => {
    const text = lines(
      'Username,Address,HardwareId',
      'lift@contoso.com,"Main Street 1,00-04-F2-81-24-B1',
      'lobby@contoso.com,Main Street 2",00-04-F2-81-24-B2',
      'hall@contoso.com,"Main Street 3\nBern",00-04-F2-81-24-B3',
    )
    expect(outcomeOf(text)).toEqual({ ready: ['hall@contoso.com'], moved: [2] })
    expect(checkPhones(sheetOf(text), 'EMEA').issues.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^"lift@contoso.com" may be .*Column 2 holds other rows.*Main Street 1.*Correct the quotation marks/,
      ),
    )
  })

  test('and says what is wrong, in which row, and what to do', () => {
    const text = lines('MAC,Name,Contact,Username', '00-04-F2-81-24-B1,A,x@contoso.com,a@contoso.com').concat(
      '00-04-F2-81-24-B2,B, b,y@contoso.com,b@contoso.com\n',
    )
    const [{ message } = { message: '' }] = checkPhones(sheetOf(text), 'EMEA').issues.filter(
      ({ code }) => code === 'cells-moved',
    )
    expect(message).toMatch(/^"y@contoso.com" may be .* 5 cells, most rows have 4.*quotation marks/)
  })

  test('until its username is changed or kept as it is', () => {
    const sheet = sheetOf(
      lines(
        'HardwareId,Username,Contact',
        '00-04-F2-81-24-B1,lift@contoso.com,ann@contoso.com',
        '00-04-F2-81-24-B2,bob@contoso.com',
      ),
    )
    const statusOf = (of: typeof sheet) => checkPhones(of, 'EMEA').rows.map(({ status }) => status)
    expect(statusOf(sheet)).toEqual(['ready', 'error'])
    expect(statusOf(editCell(sheet, 3, 'hardwareId', '00-04-F2-81-24-B4'))).toEqual(['ready', 'error'])
    expect(statusOf(editCell(sheet, 3, 'username', 'lobby@contoso.com'))).toEqual(['ready', 'ready'])
    expect(statusOf(editCell(sheet, 3, 'username', 'bob@contoso.com'))).toEqual(['ready', 'ready'])
  })

  test('a list without a header whose rows disagree about the columns is asked about', () => {
    const text = lines(
      ',ann.contact@contoso.com,00-04-F2-81-24-B1',
      'lobby2@contoso.com,bob.contact@contoso.com,00-04-F2-81-24-B2',
      'lobby3@contoso.com,eve.contact@contoso.com,00-04-F2-81-24-B3',
    )
    expect(refusalOf(text)).toMatchObject({
      code: 'columns-uncertain',
      message: expect.stringMatching(
        /Several columns could be the Username: "Column [12]" and "Column [12]"/,
      ),
    })
  })

  test.each([1, 3])('also one of which %i of 7 rows are the other way round', (others) => {
    const text = lines(
      ...Array.from({ length: 7 }, (_, row) => {
        const phone = [`lobby${row}@contoso.com`, `00-04-F2-81-24-B${row}`]
        return (row < others ? phone.toReversed() : phone).join(',')
      }),
    )
    expect(refusalOf(text)).toMatchObject({ code: 'columns-uncertain' })
  })
})

describe('headings below the first ones', () => {
  const cellOf: Readonly<Record<string, (row: number) => string>> = {
    Username: (row) => `phone${row}@contoso.com`,
    Contact: (row) => `contact${row}@contoso.com`,
    HardwareId: (row) => `00-04-F2-81-24-B${row}`,
    'Old HardwareId': (row) => `00-04-F2-81-24-A${row}`,
  }
  const rows = (columns: string, from: number): readonly string[] =>
    [from, from + 1].map((row) =>
      columns
        .split(',')
        .map((column) => cellOf[column]?.(row))
        .join(','),
    )
  const [first, again] = ['Username,Contact,HardwareId', 'Contact,Username,HardwareId']

  test('in the same order are no phone, and a note says so', () => {
    const text = lines(first, ...rows(first, 1), first, ...rows(first, 3))
    expect(outcomeOf(text)).toEqual({
      ready: [1, 2, 3, 4].map((row) => `phone${row}@contoso.com`),
      moved: [],
    })
    expect(checkPhones(sheetOf(text), 'EMEA').issues.map(({ message }) => message)).toContain(
      "Row 4 has headings, and isn't read as a phone.",
    )
  })

  test.each([
    ['with the same names', first, again, first, again],
    ['with other names of the same', 'UPN,Contact,MAC address', 'Contact,Account,Device', first, again],
    [
      'with another device there',
      'Username,HardwareId,Old HardwareId',
      'Username,Old HardwareId,HardwareId',
      'Username,HardwareId,Old HardwareId',
      'Username,Old HardwareId,HardwareId',
    ],
  ])(
    'in another order: the rows below them are errors, until the first order is back, %s',
    (_, one, other, columns, others) => {
      const text = lines(one, ...rows(columns, 1), other, ...rows(others, 3), one, ...rows(columns, 5))
      expect(outcomeOf(text).moved).toEqual([5, 6])
    },
  )

  test.each([
    ['the devices', first, 'Contact,Telephone,MAC', again],
    [
      'the accounts',
      'HardwareId,Username,Contact',
      'Mobile number,Email,City',
      'HardwareId,Contact,Username',
    ],
  ])('of which only the one over %s is known: the rows below them are errors', (_, one, other, columns) => {
    const text = lines(one, ...rows(one, 1), other, ...rows(columns, 3))
    expect(outcomeOf(text).ready).toEqual([1, 2].map((row) => `phone${row}@contoso.com`))
    expect(outcomeOf(text).moved).toEqual([5, 6])
  })

  test('are not what stands for an account and a device that are still to come', () => {
    const text = lines(first, ...rows(first, 1), 'user,ann@contoso.com,', 'user,,', ...rows(first, 3))
    expect(outcomeOf(text)).toMatchObject({ moved: [], ready: { length: 4 } })
  })

  test.each([
    ['UPN,MAC,Port,Extension', true],
    ['UPN,MAC,Extension,Port', false],
  ])('are in the same order only if the ports are, too: %s', (again, isSame) => {
    const header = 'UPN,MAC,Port,Extension'.split(',')
    const layout = { username: 0, hardwareId: 1, port: 2, region: undefined }
    expect([...findHeadingsBelow([again.split(',')], header, layout)]).toEqual([[0, isSame]])
  })

  test('say in which row they are, and what to do', () => {
    const [issue] = checkPhones(
      sheetOf(lines(first, ...rows(first, 1), again, ...rows(again, 3))),
      'EMEA',
    ).issues.filter(({ severity }) => severity === 'error')
    expect(issue?.message).toMatch(
      /^"contact3@contoso.com" may be .*Row 4 has headings in another order.*file of their own/,
    )
  })
})

test('the columns that are proposed are two, also where each row is the other way round', () => {
  const text = lines('lift@contoso.com,00-04-F2-81-24-B1', '00-04-F2-81-24-B2,hall@contoso.com')
  const grid = readTextGrid('phones.csv', text)
  expect(grid.ok && proposeLayout(grid.value)).toMatchObject({
    value: { certain: false, choice: { columns: { username: 0, hardwareId: 1 } } },
  })
})

test('a row with a second phone behind the last column is an error, so that this one isn’t lost', () => {
  const text = lines(
    'UPN,MAC',
    'lobby@contoso.com,00-04-F2-81-24-B1,lift@contoso.com,00-04-F2-81-24-B2',
    'hall@contoso.com,00-04-F2-81-24-B3',
  )
  expect(outcomeOf(text)).toEqual({ ready: ['hall@contoso.com'], moved: [2] })
})

describe('a row is sound', () => {
  test.each([
    [
      'with a delimiter too many behind all that is used',
      'a@contoso.com,00-04-F2-81-24-B3,by the door, left',
    ],
    ['with blank cells left out at its end', 'a@contoso.com,00-04-F2-81-24-B3'],
    ['with blank cells too many', 'a@contoso.com,00-04-F2-81-24-B3,,,'],
  ])('%s', (_, row) => {
    const text = lines(
      'Username,HardwareId,Notes',
      ...Array.from({ length: 20 }, (_, at) => `b${at}@contoso.com,00-04-F2-81-25-${at + 10},here`),
      row,
    )
    expect(outcomeOf(text)).toMatchObject({ moved: [], ready: expect.arrayContaining(['a@contoso.com']) })
  })
})

test.each([
  [
    'the device in one row, as the serial number of some makers is',
    'UPN,MAC,Serial',
    (row: number) =>
      `phone${row}@contoso.com,00-04-F2-81-24-B${row},${row === 1 ? '0004F28124B1' : `FCH12${row}`}`,
  ],
  [
    'the device in some rows',
    'UPN,MAC,Device name',
    (row: number) =>
      `phone${row}@contoso.com,00-04-F2-81-24-B${row},${row < 4 ? `SEP0004F28124B${row}` : 'Lobby'}`,
  ],
  [
    'the account, and in one row a word',
    'Name,UPN,SIP address,MAC',
    (row: number) =>
      `N,phone${row}@contoso.com,${row === 4 ? 'none' : `sip:phone${row}@contoso.com`},00-04-F2-81-24-B${row}`,
  ],
])(
  'a row is sound if no other account or device is in the list: beside a column that has %s',
  (_, header, line) => {
    const text = lines(header, ...[1, 2, 3, 4, 5, 6].map(line))
    expect(outcomeOf(text)).toMatchObject({ moved: [], ready: { length: 6 } })
  },
)

test.each([
  ['with two cells left out', 'contact4@contoso.com,00-04-F2-81-24-A4,Phone 4,00-04-F2-81-24-B4,A4,x,x'],
  [
    'with two cells too many',
    'phone4@contoso.com,,,contact4@contoso.com,00-04-F2-81-24-A4,Phone 4,00-04-F2-81-24-B4',
  ],
])('a row whose cells have moved by two is an error, %s', (_, moved) => {
  const cells = (row: number): string =>
    `boss@contoso.com,phone${row}@contoso.com,contact${row}@contoso.com,00-04-F2-81-24-A${row},Phone ${row},00-04-F2-81-24-B${row},A${row}`
  const text = lines('Manager,UPN,Contact,WLAN MAC,Name,MAC,Asset', cells(1), cells(2), cells(3), moved)
  expect(outcomeOf(text).ready).toEqual([1, 2, 3].map((row) => `phone${row}@contoso.com`))
})

test('a row is sound beside notes of which some have devices in them', () => {
  const text = lines(
    'Username,HardwareId,Notes',
    'lobby@contoso.com,00-04-F2-81-24-B1,was 00-04-F2-81-24-A1 before',
    'lift@contoso.com,00-04-F2-81-24-B2,',
    'hall@contoso.com,00-04-F2-81-24-B3,00-04-F2-81-24-A3',
    'gate@contoso.com,00-04-F2-81-24-B4,see ann@contoso.com',
  )
  expect(outcomeOf(text)).toEqual({
    ready: ['lobby@contoso.com', 'lift@contoso.com', 'gate@contoso.com'],
    moved: [4],
  })
})

test('a list that was good until a row lost the quoting of a cell, lost a cell or got one gives no phone another account', () => {
  proveMovedCells(500)
})

test('a good list from whose rows blank cells at the end are left out stays good', () => {
  const goodList = fc
    .tuple(
      fc.shuffledSubarray(['Username', 'HardwareId', 'Name', 'Room', 'Note']),
      fc.integer({ min: 1, max: 12 }),
    )
    .filter(([columns]) => columns.includes('Username') && columns.includes('HardwareId'))
    .chain(([columns, rows]) =>
      fc
        .array(fc.record({ isBlank: fc.boolean(), isCut: fc.boolean() }), {
          minLength: rows,
          maxLength: rows,
        })
        .map((how) => {
          const lines = how.map(({ isBlank, isCut }, row) => {
            const line = columns.map((column) => quoted(cellsOf[column]?.(row, isBlank) ?? ''))
            while (isCut && line.at(-1) === '') line.pop()
            return line
          })
          return { rows, text: `${[columns, ...lines].map((line) => line.join(',')).join('\n')}\n` }
        }),
    )
  fc.assert(
    fc.property(goodList, ({ rows, text }) => {
      expect(outcomeOf(text), text).toMatchObject({ moved: [], ready: { length: rows } })
    }),
    { numRuns: 300 },
  )
})
