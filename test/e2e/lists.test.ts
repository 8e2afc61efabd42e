import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { workbookOf } from '../support/workbooks.ts'
import { excelClipboard } from './support/excel-clipboard.ts'
import { paste } from './support/paste.ts'
import { launchSimulated, type SimulatedWindow } from './support/phones-window.ts'
import { pressEscape } from './support/press-escape.ts'

const { phones, chooseColumns, pasted, addPorts, table: words } = text.window
const { byHand } = phones

let ui: SimulatedWindow
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lists-'))
  ui = await launchSimulated(10_000)
})
afterAll(async () => {
  await ui.app.close()
  await removeFolder(folder)
})

const mac = (number: number): string => `00-04-F2-81-24-${number.toString(16).toUpperCase().padStart(2, '0')}`
async function write(name: string, ...lines: readonly string[]): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, lines.join('\r\n'))
  return file
}
const roleOf = (column: string) =>
  ui.dialog.getByRole('combobox', { name: chooseColumns.columnIs(column), exact: true })
const rows = async () =>
  (await ui.table.all()).map(({ row, username, hardwareId, status }) => [row, username, hardwareId, status])
async function chooseInMenu(name: string): Promise<void> {
  await ui.tool(phones.otherWays).click()
  await ui.page.getByRole('menuitem', { name, exact: true }).click()
}
const { ready, error } = words.status

describe('a file that does not say which of its columns is meant', () => {
  const lines = (lobby: string) => [
    'Exported by HR',
    '',
    'Room;Mail of the owner;Primary mail;LAN MAC;WLAN MAC',
    `Lobby;anna@contoso.com;${lobby};${mac(1)};${mac(0x81)}`,
    `Lift;jon@contoso.com;lift@contoso.com;${mac(2)};${mac(0x82)}`,
  ]

  test('is asked about, with the likely columns chosen, and read as is said', async () => {
    await ui.browse(await write('export.csv', ...lines('lobby@contoso.com')))
    await ui.dialog.waitFor()
    expect(await roleOf('Primary mail').inputValue()).toBe('username')
    expect(await roleOf('LAN MAC').inputValue()).toBe('hardwareId')

    await roleOf('WLAN MAC').selectOption({ label: chooseColumns.roles.hardwareId })
    expect(await roleOf('LAN MAC').inputValue()).toBe('')
    await ui.dialog.getByText(chooseColumns.result(2, 0)).waitFor()
    await ui.press(chooseColumns.open)
    await ui.listName('export.csv').waitFor()
    expect(await rows()).toEqual([
      [4, 'lobby@contoso.com', mac(0x81), ready],
      [5, 'lift@contoso.com', mac(0x82), ready],
    ])
  })

  test('another file with these headings is read the same way, and the choice can be changed', async () => {
    await ui.openList(await write('export again.csv', ...lines('hall@contoso.com')))
    expect((await rows())[0]).toEqual([4, 'hall@contoso.com', mac(0x81), ready])

    await ui.press(chooseColumns.again)
    await roleOf('LAN MAC').selectOption({ label: chooseColumns.roles.hardwareId })
    await ui.press(chooseColumns.open)
    await ui.dialog.waitFor({ state: 'detached' })
    expect((await rows())[0]).toEqual([4, 'hall@contoso.com', mac(1), ready])
  })

  test('leaves the open list as it is when the question is cancelled', async () => {
    const uncertain = ['Owner mail;Primary mail;MAC', `a@contoso.com;b@contoso.com;${mac(9)}`]
    await ui.browse(await write('other.csv', ...uncertain))
    await ui.dialog.waitFor()
    await pressEscape(ui.page)
    await ui.dialog.waitFor({ state: 'detached' })
    await ui.listName('export again.csv').waitFor()
  })
})

test('of a workbook with phones on two sheets, one is chosen', async () => {
  const sheetOf = (start: number) => [
    ['Username', 'HardwareId'],
    ...[1, 2, 3].map((number) => [`w${start + number}@contoso.com`, mac(start + number)]),
  ]
  const file = join(folder, 'sites.xlsx')
  await writeFile(file, workbookOf({ Notes: [['Ask Facilities']], Oslo: sheetOf(0), Bergen: sheetOf(100) }))
  await ui.browse(file)
  const sheet = ui.dialog.getByRole('combobox', { name: chooseColumns.sheet, exact: true })
  expect(await sheet.inputValue()).toBe('Oslo')
  await sheet.selectOption('Bergen')
  await ui.dialog.getByRole('cell', { name: 'w101@contoso.com' }).waitFor()
  await ui.press(chooseColumns.open)
  await ui.listName('sites.xlsx').waitFor()
  expect(await rows()).toEqual(
    [1, 2, 3].map((at) => [at + 1, `w${100 + at}@contoso.com`, mac(100 + at), ready]),
  )
})

describe('cells from the clipboard', () => {
  const phone = (number: number) => [`Room ${number}`, `room${number}@contoso.com`, mac(number)]
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1)

  test('40 rows as Excel copies them are added to the open list, or make one of their own', async () => {
    await ui.openList(await write('first.csv', 'Username,HardwareId', `first@contoso.com,${mac(0xf0)}`))
    await paste(ui.page, excelClipboard([['Room name', 'UPN', 'MAC'], ...numbers.map(phone)]))
    await ui.press(chooseColumns.addTo('first.csv'))
    await ui.table.chip('ready', 41).waitFor()
    await ui.tool(phones.undo).click()
    await ui.table.chip('ready', 1).waitFor()

    await paste(ui.page, { plain: excelClipboard(numbers.map(phone)).plain })
    await ui.press(chooseColumns.openNew)
    await ui.listName(pasted.name).waitFor()
    await ui.table.chip('ready', 40).waitFor()
    expect((await rows()).at(-1)).toEqual([40, 'room40@contoso.com', mac(40), ready])
  })

  test('are signed in under a name of their own, and exported under it', async () => {
    await ui.chooseRegion('EMEA')
    await ui.signIn(40)
    await ui.shown.until('finished')
    const file = join(folder, 'results.csv')
    await ui.app.answerSaveDialog(file)
    await ui.tool(text.window.run.export).click()
    await ui.messages.first().waitFor()
    expect(await readFile(file, 'utf8')).toContain('room40@contoso.com')
    expect((await ui.app.desktop()).at(-1)).toMatchObject({
      defaultPath: expect.stringMatching(/Pasted list simulated results [\d -]+\.csv$/),
    })
  })

  test('a page that would do something does nothing, and its words are taken', async () => {
    const errors: string[] = []
    ui.page.on('requestfailed', (request) => errors.push(request.url()))
    ui.page.on('request', (request) => errors.push(request.url()))
    await paste(ui.page, {
      html: `<img src="https://evil.example/a.png" onerror="document.title='evil'"><script>document.title='evil'</script>
        <table background="https://evil.example/b.png"><tr><td>UPN<td>MAC<tr><td><b onclick="x()">evil@contoso.com</b><svg onload="document.title='evil'"></svg><style>@import 'https://evil.example/c.css'</style><td>${mac(7)}<iframe src="https://evil.example/d"></iframe></table>`,
    })
    // Rows can be added to a list that was signed in, too.
    await ui.press(chooseColumns.openNew)
    await ui.listName(pasted.name).waitFor()
    expect(await rows()).toEqual([[2, 'evil@contoso.com', mac(7), ready]])
    expect(await ui.page.title()).not.toContain('evil')
    expect(errors.filter((url) => url.includes('evil'))).toEqual([])
  })

  test('words without cells are refused in words', async () => {
    await paste(ui.page, { plain: 'hello' })
    await ui.messages.getByText(pasted.nothing.message).waitFor()
  })
})

describe('phones that are scanned', () => {
  const scan = async (typed: string): Promise<void> => {
    await ui.page.keyboard.type(typed)
    await ui.page.keyboard.press('Enter')
  }

  test('ten devices and their accounts, one after the other, as scanners give them', async () => {
    const door = await write('door.csv', 'Username,HardwareId', `door@contoso.com,${mac(0xe0)}`)
    await ui.browse(door)
    // What was pasted is in no file.
    await ui.dialog.getByText(phones.replace.onlyHere(1, pasted.name)).waitFor()
    await ui.press(phones.replace.open)
    await ui.listName('door.csv').waitFor()
    await chooseInMenu(phones.addByHand)
    for (let number = 1; number <= 10; number++) {
      const digits = mac(number).replaceAll('-', '')
      await scan([digits, digits.toLowerCase(), `MAC:${digits}`][number % 3] ?? '')
      await scan(`scan${number}@contoso.com`)
    }
    await ui.table.chip('ready', 11).waitFor()
    expect((await rows()).slice(1)).toEqual(
      Array.from({ length: 10 }, (_, at) => [at + 3, `scan${at + 1}@contoso.com`, mac(at + 1), ready]),
    )
  })

  test('a device that was scanned before stays in its field, so that no account gets another device', async () => {
    const device = ui.page.getByRole('textbox', { name: byHand.device, exact: true })
    await scan(mac(3))
    await ui.page
      .getByRole('region', { name: byHand.title })
      .getByText(/in row 5/)
      .waitFor()
    await scan('late@contoso.com')
    expect(await device.inputValue()).toBe('late@contoso.com')
    await scan(mac(11))
    await scan('eleven@contoso.com')
    await ui.table.chip('ready', 12).waitFor()
    await ui.tool(phones.undo).click()
    await ui.table.chip('ready', 11).waitFor()
    await ui.press(byHand.close)
  })
})

test('values with the same slip are put right at once, and the ports of an adapter added', async () => {
  const devices = Array.from({ length: 12 }, (_, at) => `SEP${mac(at).replaceAll('-', '')}`)
  const adapter = '00-90-8F-12-34-56'
  await ui.browse(
    await write(
      'cucm.csv',
      ...['Username,HardwareId', ...devices.map((device, at) => `p${at}@contoso.com,${device}`)],
      `fax@contoso.com,${adapter}`,
    ),
  )
  await ui.press(phones.replace.open)
  await ui.table.chip('error', 12).waitFor()
  await ui.showTab(words.panel.counted(words.panel.issues, 12))
  await ui.press(words.issues.fixAll(words.issues.fixes['device-name'], 12))
  await ui.table.chip('ready', 13).waitFor()

  await ui.table.cell(14, 'hardwareId').click()
  await ui.showTab(words.panel.details)
  await ui.press(addPorts.button)
  await ui.dialog.getByRole('combobox').selectOption('AudioCodes MP-114')
  await ui.press(addPorts.add(3))
  await ui.table.chip('error', 2).waitFor()
  expect((await rows()).slice(12)).toEqual([
    [14, 'fax@contoso.com', `${adapter}:001`, ready],
    [15, words.missing, `${adapter}:002`, error],
    [16, words.missing, `${adapter}:003`, error],
  ])
})

test('a template is saved for a text editor and for Excel', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    const file = join(folder, `template.${format}`)
    await ui.app.answerSaveDialog(file)
    await chooseInMenu(phones.template[format])
    await ui.messages.getByText(file).waitFor()
    await ui.browse(file)
    await ui.messages.getByText(text.check.noPhones({ file: `template.${format}` })).waitFor()
  }
})
