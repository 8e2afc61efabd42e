import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listHandlers } from '../../../src/main/handlers/lists.ts'
import { recentLists } from '../../../src/main/settings/recent-lists.ts'
import { mostRecentLists } from '../../../src/shared/phones/recent-list.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'recent-'))
})
afterEach(() => removeFolder(folder))

const list = 'Username,HardwareId\nlobby@contoso.com,00-04-F2-81-24-B3\n'

function written(name: string, content = list): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** The handlers, with a file dialog that answers these files one after another. */
function app(...files: readonly string[]) {
  const answers = [...files]
  let paths: readonly string[] = []
  const settings = {
    recentPaths: () => paths,
    keepRecentPaths: (kept: readonly string[]) => {
      paths = kept
    },
  }
  const choose = async (): Promise<string | undefined> => answers.shift()
  const handlers = listHandlers({
    dialogs: { openList: choose, saveCsv: choose, saveTemplate: choose },
    recent: recentLists(settings),
    sampleFile: join(folder, 'sample.csv'),
    atLaunch: undefined,
    unsaved: () => undefined,
  })
  return { handlers, paths: () => paths }
}

const recentIn = async ({ handlers }: ReturnType<typeof app>) => {
  const answer = await handlers['list:recent'](undefined)
  return answer.ok ? answer.value : []
}

test('remembers what was opened, the latest first and each once, and opens it again', async () => {
  const [one, two] = [written('one.csv'), written('two.csv')]
  const opened = app(one, two, one)
  for (let turn = 0; turn < 3; turn++) await opened.handlers['list:browse'](undefined)

  const recent = await recentIn(opened)
  expect(recent.map(({ name, folder: where }) => [name, where])).toEqual([
    ['one.csv', folder],
    ['two.csv', folder],
  ])
  const again = await opened.handlers['list:open-recent']({ id: recent[1]?.id ?? '' })
  expect(again).toMatchObject({ ok: true, value: { name: 'two.csv' } })
  expect((await recentIn(opened)).map(({ name }) => name)).toEqual(['two.csv', 'one.csv'])
})

test('tells that a list is gone, and keeps it: its drive may come back', async () => {
  const opened = app(written('gone.csv'))
  await opened.handlers['list:browse'](undefined)
  rmSync(join(folder, 'gone.csv'))
  const [gone] = await recentIn(opened)

  expect(await opened.handlers['list:open-recent']({ id: gone?.id ?? '' })).toMatchObject({
    ok: false,
    failure: { kind: 'not-a-list', message: expect.stringContaining('gone.csv') },
  })
  expect(await recentIn(opened)).toEqual([gone])
})

test('opens no path that the page names, and remembers nothing that is no list', async () => {
  const secret = written('secret.csv')
  const opened = app(written('program.csv', '\u0000\u0001MZ'))
  await opened.handlers['list:browse'](undefined)
  expect(opened.paths()).toEqual([])
  for (const id of [secret, '../secret.csv', ''])
    expect(await opened.handlers['list:open-recent']({ id })).toMatchObject({
      ok: false,
      failure: { kind: 'file' },
    })
})

test('remembers a list that was saved, at most so many, until all are forgotten', async () => {
  const files = Array.from({ length: mostRecentLists + 2 }, (_, at) => join(folder, `list-${at}.csv`))
  const opened = app(...files)
  const sheet = { name: 'phones.csv', rows: [], hasRegionColumn: false, issues: [] }
  for (const _file of files) await opened.handlers['list:save']({ sheet })
  expect(opened.paths()).toEqual(files.toReversed().slice(0, mostRecentLists))

  await opened.handlers['list:forget-recent'](undefined)
  expect(opened.paths()).toEqual([])
})
