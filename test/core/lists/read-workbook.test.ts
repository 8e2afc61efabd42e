import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../../src/core/lists/read-source.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { chooseLayout, type LayoutWishes } from '../../../src/shared/phones/choose-layout.ts'
import { readList } from '../../../src/shared/phones/read-list.ts'
import { brief } from '../../support/sheets.ts'
import { sheetXml, workbookOf } from '../../support/workbooks.ts'

const header = ['Username', 'HardwareId', 'Room']
const phones = [
  header,
  ['lobby@contoso.com', '00-04-F2-81-24-B1', 'Lobby'],
  ['lift@contoso.com', '0004f28124b2'],
]

async function listOf(bytes: Uint8Array, wishes: LayoutWishes = {}) {
  const source = await readSource('phones.xlsx', bytes)
  if (!source.ok) throw new Error(source.failure.message)
  const chosen = chooseLayout(source.value, wishes)
  if (!chosen.ok) throw new Error(chosen.failure.message)
  const { grid, choice, doubts } = chosen.value
  const sheet = readList(grid, choice)
  if (!sheet.ok) throw new Error(sheet.failure.message)
  return { doubts, ...checkPhones(sheet.value, 'EMEA') }
}

const refusalOf = async (bytes: Uint8Array) => {
  const source = await readSource('phones.xlsx', bytes)
  if (source.ok) throw new Error('It was read')
  return source.failure
}

describe('a workbook', () => {
  test('is read as it is, its rows numbered as Excel does', async () => {
    const { rows, doubts } = await listOf(workbookOf({ Phones: [[], ...phones] }))
    expect(doubts).toEqual([])
    expect(rows.map(({ row, username, hardwareId }) => [row, username, hardwareId])).toEqual([
      [3, 'lobby@contoso.com', '00-04-F2-81-24-B1'],
      [4, 'lift@contoso.com', '00-04-F2-81-24-B2'],
    ])
  })

  test('with devices in its last column is sound where some of them are blank', async () => {
    const rows = Array.from({ length: 6 }, (_, row) => [
      `phone${row}@contoso.com`,
      `00-04-F2-81-24-0${row}`,
      ...(row % 3 === 0 ? [] : [`00-04-F2-81-25-0${row}`]),
    ])
    const list = await listOf(workbookOf({ Phones: [['UPN', 'MAC', 'WLAN MAC'], ...rows] }))
    expect(list.rows.map(({ status }) => status)).toEqual(rows.map(() => 'ready'))
  })

  test('with rows that a filter hides is read with a warning on each of them', async () => {
    const cells = [...phones, ['hall@contoso.com', '0004f28124b3']]
    const hiding = sheetXml(cells).replace('<row r="3"', '<row hidden="1" r="3"')
    const bytes = workbookOf({ Phones: cells }, { 'xl/worksheets/sheet1.xml': hiding })
    const { rows, issues } = await listOf(bytes)
    expect(rows.map(({ status }) => status)).toEqual(['ready', 'ready', 'ready'])
    expect(brief(issues)).toEqual(['note column-unused', 'warning row-hidden 3 username'])
  })

  test('tells which of its numbers were MAC addresses', async () => {
    const { rows, issues } = await listOf(
      workbookOf({
        Phones: [
          header,
          ['a@contoso.com', 805123456789],
          ['b@contoso.com', 1565123456],
          ['c@contoso.com', 4e11],
          ['d@contoso.com', { xml: '<c t="e"><v>#NUM!</v></c>' }],
          ['e@contoso.com', { xml: '<c><v>8.0512345678800000E11</v></c>' }],
        ],
      }),
    )
    expect(rows.map(({ hardwareId }) => hardwareId)).toEqual([
      '80-51-23-45-67-89',
      '1565123456',
      '4E+11',
      '#NUM!',
      '80-51-23-45-67-88',
    ])
    expect(brief(issues).filter((issue) => issue.startsWith('error'))).toEqual([
      'error hardware-id-mangled 3 hardwareId',
      'error hardware-id-mangled 4 hardwareId',
      'error hardware-id-mangled 5 hardwareId',
    ])
    expect(issues.find(({ row, code }) => row === 3 && code === 'hardware-id-mangled')?.fix).toBe(
      '00-15-65-12-34-56',
    )
  })

  test('with texts in every form, without what tells their pronunciation', async () => {
    const strings =
      '<sst><si><r><t>lobby@</t></r><r><t>contoso.com</t></r><rPh sb="0" eb="1"><t>ロビー</t></rPh></si></sst>'
    const inline = (text: string) => ({ xml: `<c t="inlineStr"><is><t>${text}</t></is></c>` })
    const sheet = sheetXml([
      header.map(inline),
      [{ xml: '<c t="s"><v>0</v></c>' }, inline('0004f28124b1')],
      [
        { xml: '<c t="str"><f>LOWER("LIFT@CONTOSO.COM")</f><v>lift@contoso.com</v></c>' },
        inline('0004f2_x0038_124b2'),
      ],
    ])
    const { rows: read } = await listOf(
      workbookOf({ Phones: [] }, { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings }),
    )
    expect(read.map(({ username, hardwareId }) => [username, hardwareId])).toEqual([
      ['lobby@contoso.com', '00-04-F2-81-24-B1'],
      ['lift@contoso.com', '00-04-F2-81-24-B2'],
    ])
  })

  test('whose names have prefixes, as some programs write them', async () => {
    const sheet = sheetXml(phones.map((row) => row.map((cell) => ({ xml: `<c t="str"><v>${cell}</v></c>` }))))
      .replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=')
    const { rows } = await listOf(workbookOf({ Phones: [] }, { 'xl/worksheets/sheet1.xml': sheet }))
    expect(rows).toHaveLength(2)
  })

  test('with phones in one of its sheets opens that one', async () => {
    const { rows, doubts } = await listOf(
      workbookOf({ Notes: [['To do'], ['Call Ann']], Phones: phones, Empty: [] }),
    )
    expect([rows.length, doubts]).toEqual([2, []])
  })

  test('with phones in two sheets asks, and takes the one that is named', async () => {
    const bytes = workbookOf({ Bern: phones, Basel: [header, ['hall@contoso.com', '0004f28124b9']] })
    expect((await listOf(bytes)).doubts).toEqual(['Several sheets have phones: "Bern" and "Basel".'])
    const { rows, doubts } = await listOf(bytes, { sheet: 'basel' })
    expect([rows[0]?.username, doubts]).toEqual(['hall@contoso.com', []])
    const source = await readSource('phones.xlsx', bytes)
    expect(source.ok && chooseLayout(source.value, { sheet: 'Genf' })).toMatchObject({
      failure: { message: '"phones.xlsx" has no sheet "Genf". It has "Bern" and "Basel".' },
    })
  })
})

describe('a hostile workbook does nothing', () => {
  const zeros = new Uint8Array(65 * 1024 * 1024)
  const bomb = workbookOf({ Phones: phones }, { 'xl/worksheets/sheet9.xml': zeros })

  test('that unpacks to more than memory should hold', async () => {
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusalOf(bomb)).toMatchObject({ code: 'file-too-large' })
  })

  test('whose pictures unpack to more: they are not unpacked', async () => {
    const { rows } = await listOf(workbookOf({ Phones: phones }, { 'xl/media/image1.png': zeros }))
    expect(rows).toHaveLength(2)
  })

  test('that lies about the size of what it holds', async () => {
    const bytes = bomb.slice()
    const size = zeros.length
    // The sizes stand in the archive twice, lowest byte first.
    for (let at = 0; at + 4 <= bytes.length; at++) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, 4)
      if (view.getUint32(0, true) === size) view.setUint32(0, 100, true)
    }
    expect(await refusalOf(bytes)).toMatchObject({ code: 'file-too-large' })
  })

  test('with more files than any workbook has', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5_050 }, (_, at) => [`xl/worksheets/s${at}.xml`, '']),
    )
    expect(await refusalOf(workbookOf({ Phones: phones }, many))).toMatchObject({ code: 'file-too-large' })
  })

  test.each([
    ['a cell in the last column of the last row', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['200,000 columns', `<row r="4">${'<c><v>1</v></c>'.repeat(200_000)}</row>`],
    ['a row far beyond the last one', '<row r="99999999999"><c><v>1</v></c></row>'],
    ['no number where one belongs', '<row r="x"><c r="-1" t="s"><v>999999999</v></c></row>'],
  ])('with %s', async (_, row) => {
    const sheet = sheetXml([]).replace('</sheetData>', `${row}</sheetData>`)
    const source = await readSource(
      'phones.xlsx',
      workbookOf({ Phones: [] }, { 'xl/worksheets/sheet1.xml': sheet }),
    )
    if (source.ok) expect(source.value.grids[0].records.flat().length).toBeLessThan(2_000)
  })

  test('with columns that fill 100,000 rows to the thousandth', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 1}"><c r="ALL${at + 1}"><v>1</v></c></row>`,
    )
    const sheet = sheetXml([]).replace('</sheetData>', `${rows.join('')}</sheetData>`)
    expect(await refusalOf(workbookOf({ Phones: [] }, { 'xl/worksheets/sheet1.xml': sheet }))).toMatchObject({
      code: 'file-too-large',
    })
  })

  test('with more rows than a list may have', async () => {
    const rows = Array.from(
      { length: 100_100 },
      (_, at) => `<row r="${at + 1}"><c t="str"><v>x</v></c></row>`,
    )
    const sheet = sheetXml([]).replace('</sheetData>', `${rows.join('')}</sheetData>`)
    expect(await refusalOf(workbookOf({ Phones: [] }, { 'xl/worksheets/sheet1.xml': sheet }))).toMatchObject({
      code: 'too-many-rows',
    })
  })

  test('with entities that grow, or that name a file of this computer', async () => {
    const lol =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    const sheet = `${lol}${sheetXml([[{ xml: '<c t="str"><v>&b;&f;</v></c>' }]])}`
    expect(await refusalOf(workbookOf({ Phones: [] }, { 'xl/worksheets/sheet1.xml': sheet }))).toMatchObject({
      code: 'file-binary',
    })
  })

  test('with links to other workbooks, formulas and macros: only stored values are read', async () => {
    const formula = {
      xml: '<c t="str"><f>[1]Other!A1&amp;WEBSERVICE("http://x")</f><v>lobby@contoso.com</v></c>',
    }
    const { rows } = await listOf(
      workbookOf(
        { Phones: [header, [formula, '0004f28124b1']] },
        { 'xl/vbaProject.bin': 'macro', 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
      ),
    )
    expect(rows).toMatchObject([{ username: 'lobby@contoso.com', status: 'ready' }])
  })

  test.each([
    ['cut off', (whole: Uint8Array) => whole.slice(0, whole.length / 2)],
    [
      'damaged in the middle',
      (whole: Uint8Array) => whole.map((byte, at) => (at > 400 && at < 900 ? 0x55 : byte)),
    ],
    ['without its parts', () => zipSync({ 'xl/other.xml': new Uint8Array(3) })],
  ])('that is %s', async (_, damage) => {
    const { code, message } = await refusalOf(damage(workbookOf({ Phones: phones })))
    expect([code, message]).toEqual(['file-binary', expect.stringContaining("can't be read")])
  })
})
