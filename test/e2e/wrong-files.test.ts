import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { dropFiles } from './support/drop-files.ts'
import { type Landmarks, landmarksOf } from './support/landmarks.ts'
import { launchApp } from './support/launch-app.ts'
import { operatorAt } from './support/operator.ts'
import { type PhoneTable, phoneTable } from './support/phone-table.ts'

const { check } = text
const { drop } = text.window.frame
const { ready } = text.window.table.status

const good =
  'Username,HardwareId\nlobby@contoso.com,00-04-F2-81-24-B3\ngate@contoso.com,00-90-8F-12-34-56:001\n'
const better = 'Username,HardwareId\nyard@contoso.com,00-04-F2-81-24-B9\n'
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const workbook = Buffer.concat([zip, Buffer.alloc(26), Buffer.from('xl/workbook.xml'), Buffer.alloc(200)])

/** Files that are no phone list, by what stands in them. */
const wrongFiles = {
  'phones.xlsx': workbook,
  'phones really.csv': workbook,
  'nothing.csv': '',
  'blanks.csv': '\r\n \r\n',
  'no phones.csv': 'Username,HardwareId\r\n',
  'Template_Provisioning.csv': 'MAC id,Location\n00-04-F2-81-24-B3,Seattle\n',
  'other.csv': 'Name,Telephone\nLobby,+1 425 555 0100\n',
  'rows.csv': `Username,HardwareId\n${'a,b\n'.repeat(1_000_000)}`,
  'picture.csv': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
}
const large = 'large.csv'

let app: AppUnderTest
let window: Landmarks
let table: PhoneTable
let folder: string
const inFolder = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wrong-files-'))
  await mkdir(inFolder('lists'))
  await writeFile(inFolder('good.csv'), good)
  await writeFile(inFolder('better.csv'), better)
  await writeFile(inFolder(large), Buffer.alloc(6 * 1024 * 1024, 'a'))
  for (const [name, content] of Object.entries(wrongFiles)) await writeFile(inFolder(name), content)
  app = await launchApp({ args: ['--simulated-tenant'] })
  window = landmarksOf(app)
  table = phoneTable(app.page)
  await operatorAt(app.page).goTo('phones')
})
afterAll(async () => {
  await app.close()
  await removeFolder(folder)
})

beforeEach(async () => {
  // Opened once more where it stands already, nothing would show when that is done.
  if ((await window.listName('good.csv').isVisible()) && (await window.messages.count()) === 0) return
  await window.browse(inFolder('good.csv'))
  await window.listName('good.csv').waitFor()
  await expect.poll(() => window.messages.count()).toBe(0)
})

/** The good list is still there, and one message says why nothing was opened: to the eye and to the ear. */
async function expectRefusal(message: string, remedy?: string): Promise<void> {
  await window.messages.getByText(message).waitFor()
  const whole = [message, ...(remedy === undefined ? [] : [remedy])]
  expect(await window.messages.allTextContents()).toEqual([whole.join('')])
  await window.spoken.getByText(whole.join(' ')).waitFor({ state: 'attached' })

  await expectGoodList()
}

async function expectGoodList(): Promise<void> {
  expect(await window.listName('good.csv').isVisible()).toBe(true)
  expect(
    (await table.all()).map(({ username, hardwareId, status }) => [username, hardwareId, status]),
  ).toEqual([
    ['lobby@contoso.com', '00-04-F2-81-24-B3', ready],
    ['gate@contoso.com', '00-90-8F-12-34-56:001', ready],
  ])
}

const refusals: readonly (readonly [keyof typeof wrongFiles, (file: string) => string])[] = [
  ['phones.xlsx', (file) => check.fileBinary({ file, kind: 'excel-damaged' })],
  ['phones really.csv', (file) => check.fileBinary({ file, kind: 'excel-damaged' })],
  ['nothing.csv', (file) => check.fileEmpty({ file })],
  ['blanks.csv', (file) => check.fileEmpty({ file })],
  ['no phones.csv', (file) => check.noPhones({ file })],
  ['Template_Provisioning.csv', (file) => check.templateProvisioning({ file })],
  [
    'other.csv',
    (file) =>
      check.headerMissingColumn({
        file,
        row: 1,
        missing: ['username', 'hardwareId'],
        header: ['Name', 'Telephone'],
      }),
  ],
  ['rows.csv', (file) => check.tooManyRows({ file, rows: 1_000_001, most: 100_000 })],
  ['picture.csv', (file) => check.fileBinary({ file, kind: 'other' })],
]

describe('a wrong file leaves the list that is open, and one sentence says what it is', () => {
  // By turns: what a file is found to be does not depend on how it came.
  for (const [index, [file, words]] of refusals.entries())
    test(`${file}, ${index % 2 === 0 ? 'browsed to' : 'dropped on the window'}`, async () => {
      await (index % 2 === 0 ? window.browse(inFolder(file)) : dropFiles(app.page, inFolder(file)))

      await expectRefusal(words(file))
    })

  test('a file of 6 MB, browsed to', async () => {
    await window.browse(inFolder(large))

    await expectRefusal(check.fileTooLarge({ file: large, megabytes: 5 }))
  })

  test('a file of 6 MB, dropped on the window', async () => {
    await dropFiles(app.page, inFolder(large))

    const { message, remedy } = drop.tooLarge(large, 6, 5)
    await expectRefusal(message, remedy)
  })

  test('a folder, dropped on the window', async () => {
    await dropFiles(app.page, inFolder('lists'))

    const { message, remedy } = drop.folder('lists')
    await expectRefusal(message, remedy)
  })

  test('several files at once, even good ones', async () => {
    await dropFiles(app.page, inFolder('good.csv'), inFolder('better.csv'))

    const { message, remedy } = drop.several(2)
    await expectRefusal(message, remedy)
  })

  test('a file that has gone meanwhile', async () => {
    await window.browse(inFolder('gone.csv'))

    await expectRefusal(check.fileUnreadable({ file: 'gone.csv', reason: 'missing' }))
  })
})

test('a dialog that is cancelled changes nothing and says nothing', async () => {
  const dialogs = async () => (await app.desktop()).filter(({ act }) => act === 'open-dialog').length
  const before = await dialogs()
  await app.answerOpenDialog(undefined)
  await window.tool(text.window.phones.browse).click()
  await expect.poll(dialogs).toBe(before + 1)

  await expectGoodList()
  expect(await window.messages.count()).toBe(0)
})

test('the next good file takes the place of the list, and the message goes', async () => {
  await dropFiles(app.page, inFolder('phones.xlsx'))
  await window.messages.first().waitFor()
  await dropFiles(app.page, inFolder('better.csv'))
  await window.listName('better.csv').waitFor()

  expect((await table.all()).map(({ username }) => username)).toEqual(['yard@contoso.com'])
  expect(await window.messages.count()).toBe(0)
})

test('a row whose cells have moved waits until its username is confirmed by Enter, not by leaving the cell', async () => {
  const lines = [
    'HardwareId,Username,Contact',
    '00-04-F2-81-24-B1,lift@contoso.com,ann@contoso.com',
    '00-04-F2-81-24-B2,bob@contoso.com',
  ]
  await writeFile(inFolder('moved.csv'), lines.join('\n'))
  await window.browse(inFolder('moved.csv'))
  await window.listName('moved.csv').waitFor()
  const statuses = async () => (await table.all()).map(({ status }) => status)
  const { error } = text.window.table.status
  expect(await statuses()).toEqual([ready, error])

  const { editing, columns } = text.window.table
  const editor = table.grid.getByRole('textbox', { name: editing.label(columns.username, 3) })
  await table.cell(3, 'username').dblclick()
  await editor.waitFor()
  await table.cell(2, 'hardwareId').click()
  await editor.waitFor({ state: 'detached' })
  expect(await statuses()).toEqual([ready, error])

  await table.cell(3, 'username').dblclick()
  await table.grid
    .getByText(/^"bob@contoso.com" may be .* press Enter when/)
    .last()
    .waitFor()
  await app.page.keyboard.press('Enter')
  await expect.poll(statuses).toEqual([ready, ready])
  await window.tool(text.window.phones.undo).click()
  await expect.poll(statuses).toEqual([ready, error])
})

test('corrections of the open list survive a wrong file', async () => {
  await table.cell(2, 'username').dblclick()
  const { editing, columns } = text.window.table
  await table.grid.getByRole('textbox', { name: editing.label(columns.username, 2) }).fill('hall@contoso.com')
  await app.page.keyboard.press('Enter')
  await table.cell(2, 'username').getByText('hall@contoso.com').waitFor()
  await window.browse(inFolder('nothing.csv'))
  await window.messages.first().waitFor()

  expect((await table.all()).map(({ username }) => username)).toEqual([
    'hall@contoso.com',
    'gate@contoso.com',
  ])
  expect(await window.tool(text.window.phones.undo).isVisible()).toBe(true)
})
