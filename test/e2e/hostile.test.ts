import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, win32 } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invokeChannels } from '../../src/shared/ipc.ts'
import { text } from '../../src/shared/text/index.ts'
import { attackStrings } from '../hostile/support/attack-strings.ts'
import { escapeAddress } from '../hostile/support/escape-address.ts'
import { hostileValues } from '../hostile/support/hostile-values.ts'
import { isPaired, tell } from '../hostile/support/prove.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { type Landmarks, landmarksOf } from './support/landmarks.ts'
import { launchApp } from './support/launch-app.ts'
import { type OperatorAtWindow, operatorAt } from './support/operator.ts'
import { bridgeOf, type PageBridge } from './support/page-bridge.ts'
import { type PhoneTable, phoneTable } from './support/phone-table.ts'
import { runShown } from './support/run-shown.ts'

const root = resolve(import.meta.dirname, '../..')
const { session, table: words } = text.window

// One app: its page goes over to the attacker when the list of attacks has been through it.
let app: AppUnderTest
let bridge: PageBridge
beforeAll(async () => {
  app = await launchApp({ args: ['--speed=500'] })
  bridge = bridgeOf(app.page)
})
afterAll(() => app.close())

describe('a list of attacks', () => {
  let operator: OperatorAtWindow
  let landmarks: Landmarks
  let table: PhoneTable

  // Windows itself takes no such characters in the name of a file.
  const name =
    process.platform === 'win32' ? 'phones\u202evsc.csv' : '<img src=x onerror=window.ran=1>\u202evsc.csv'
  // A file with zeros is none of text, and is refused as a whole.
  const attacks = attackStrings
    .filter((attack) => !attack.includes('\0'))
    .map((attack) => attack.toWellFormed())
  // Usernames as Entra ID allows them.
  const allowed = ["'; calc; '", '-a', "'-a", '#{7*7}', '!calc!', '~', '^'].map(
    (attack) => `${attack.replaceAll(/[^\w'#!~^-]/g, '')}@contoso.com`,
  )
  const hardwareId = (index: number): string =>
    `00-04-F2-00-00-${index.toString(16).toUpperCase().padStart(2, '0')}`
  let exported: string

  beforeAll(async () => {
    operator = operatorAt(app.page)
    landmarks = landmarksOf(app)
    table = phoneTable(app.page)
    await app.page.evaluate(() => {
      const refused: string[] = []
      Object.assign(globalThis, { refused })
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        refused.push(violatedDirective),
      )
    })
    await operator.press(session.explore)
    await operator.goTo('phones')
    const rows = ['plain', ...attacks, ...allowed].map((username, index) => [username, hardwareId(index)])
    const file = join(app.userData, name)
    await writeFile(file, Papa.unparse([['Username', 'HardwareId'], ...rows]))
    exported = join(app.userData, 'exported.csv')
    await landmarks.browse(file)
    await landmarks.listName(name).waitFor()
    await operator.chooseRegion('NOAM')
  })

  test('is shown as it is: nothing runs, nothing is fetched, no element is added', async () => {
    const shown = await table.all()
    expect(shown).toHaveLength(1 + attacks.length + allowed.length)
    expect(shown.filter(({ status }) => status === words.status.error).length).toBeGreaterThan(
      attacks.length * 0.8,
    )

    const tags = await table.grid.evaluate((grid) => [
      ...new Set([...grid.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase())),
    ])
    const harmless = ['div', 'span', 'svg', 'path', 'button', 'mark', 'b', 'i']
    expect(tags.filter((tag) => !harmless.includes(tag))).toEqual([])
    expect(await app.page.evaluate(() => 'ran' in window)).toBe(false)
    expect(await app.page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused)).toEqual(
      [],
    )
    tell('attacks in the table', shown.length)
  })

  test('stays within its cells and its rows, however long it is and whatever it does to the direction of text', async () => {
    let looked = 0
    for (const top of [0, 1000, 2000, 3000, 4000]) {
      const misfits = await table.grid.evaluate(async (grid, top) => {
        grid.scrollTo(0, top)
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        const rows = [...grid.querySelectorAll('[role="row"][data-status]')]
        const plain = rows[0]?.getBoundingClientRect()
        const misfits = rows.flatMap((row) => {
          const outer = row.getBoundingClientRect()
          const cells = [...row.querySelectorAll('[role="gridcell"]')].map((cell) =>
            cell.getBoundingClientRect(),
          )
          const fits =
            outer.height === plain?.height &&
            outer.width === plain.width &&
            cells.length === 8 &&
            cells.every(({ left, right }) => left >= outer.left - 1 && right <= outer.right + 1) &&
            cells.every(({ left }, index) => left >= (cells[index - 1]?.right ?? 0) - 1)
          return fits ? [] : [row.textContent.slice(0, 100)]
        })
        return { looked: rows.length, misfits }
      }, top)
      expect(misfits.misfits).toEqual([])
      looked += misfits.looked
    }
    expect(looked).toBeGreaterThan(40)
    expect(
      await app.page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true)
  })

  test('runs, and leaves a log of one JSON line an entry and a notification without hidden characters', async () => {
    await operator.signIn((await table.all()).filter(({ status }) => status !== words.status.error).length)
    await runShown(app.page).until('finished')
    const [notification] = (await app.desktop()).filter(({ act }) => act === 'notification')
    const log = (await readFile(join(app.userData, 'logs/main.log'), 'utf8')).trimEnd().split('\n')

    expect(JSON.stringify(notification)).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    for (const line of log)
      expect(JSON.parse(line)).toMatchObject({ at: expect.any(String), level: expect.any(String) })
    expect(log.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(await app.page.evaluate(() => 'ran' in window)).toBe(false)
  })

  test('is exported under a harmless name, and no cell of it is a formula', async () => {
    await app.answerSaveDialog(exported)
    const [started] = await bridge.value('run:current')
    const runId = started?.type === 'RunStarted' ? started.runId : ''
    expect(await bridge.value('run:export', { runId, kind: 'results' })).toBe(exported)
    const asked = (await app.desktop()).findLast(({ act }) => act === 'save-dialog')
    const offered = asked?.act === 'save-dialog' ? basename(asked.defaultPath ?? '') : ''
    const csv = (await readFile(exported, 'utf8')).slice(1)
    const records = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data

    expect(win32.basename(offered)).toBe(offered)
    expect(offered).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]/u)
    expect(records).toHaveLength(2 + attacks.length + allowed.length)
    for (const cell of [...records.flat(), ...csv.split(/[;\t\r\n]/)])
      expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u)
  })
})

describe('a page that has gone over to the attacker', () => {
  test('no address of the app scheme reads anything but the files of the page', async () => {
    const addresses = fc.sample(escapeAddress, { seed: 20_261_121, numRuns: 400 })
    const answers = await app.evaluate(async ({ net }, addresses) => {
      const answers: { status: number; body: string }[] = []
      for (const address of addresses) {
        // What is no address at all, or one of the network, rejects.
        const answer = await net.fetch(address).then(
          async (response) => ({ status: response.status, body: await response.text() }),
          () => ({ status: 0, body: '' }),
        )
        answers.push(answer)
      }
      return answers
    }, addresses)

    const folder = join(root, 'out/renderer')
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    const own = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    )
    for (const { status, body } of answers)
      if (status === 200) expect(own.includes(body)).toBe(true)
      else expect(body).toBe('')
    // The handler itself was asked, and knows its own files.
    expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThan(200)
    const home = await app.evaluate(
      async ({ net }) => (await net.fetch('app://bulk-sign-in/index.html')).status,
    )
    expect(home).toBe(200)
    tell('addresses of the running app', addresses.length)
  })

  test('whatever a script of the page sends on any channel is answered, and main goes on', async () => {
    const before = await readdir(root)
    // What is endless ends the page itself before main hears of it; main is asked alone what it makes of that.
    const makers = hostileValues
      .filter(({ name }) => !name.startsWith('an endless'))
      .map(({ make }) => make.toString())
    const requests = invokeChannels.flatMap((channel, row) =>
      makers.filter((_, column) => isPaired(row, column)).map((make) => ({ channel, make })),
    )
    const outcomes = (await app.page.evaluate(
      // As text, for functions do not cross.
      `(async () => {
      const outcomes = []
      for (const [channel, make] of [${requests.map(({ channel, make }) => `['${channel}', ${make}]`).join(',')}])
          try {
            const answer = await window.bulkSignIn.invoke(channel, make())
            outcomes.push(answer.ok ? 'ok' : answer.failure.kind)
          } catch (error) {
            // Nothing of it arrives in main: what cannot be cloned, and what is nested without end.
            outcomes.push(/cloned|not implemented|call stack|recursion/.test(error.message) ? 'not sent' : error.message)
          }
      return outcomes
    })()`,
    )) as readonly string[]

    expect(outcomes).toHaveLength(requests.length)
    expect(new Set(requests.map(({ channel }) => channel)).size).toBe(invokeChannels.length)
    expect(new Set(requests.map(({ make }) => make)).size).toBe(new Set(makers).size)
    expect([...new Set(outcomes)].toSorted()).toEqual(['bad-request', 'not sent', 'ok'])
    expect(outcomes.filter((outcome) => outcome === 'bad-request').length).toBeGreaterThan(
      outcomes.length * 0.8,
    )
    expect(await bridge.invoke('app:info')).toMatchObject({ ok: true })
    expect(await readdir(root)).toEqual(before)
    expect((await readdir(dirname(app.userData))).toSorted()).toEqual(
      app.host === 'browser' ? ['browser', 'user-data'] : ['user-data'],
    )
    tell('requests of the running page', outcomes.length)
  })

  test('no address leads the page away, opens a window or reaches the system', async () => {
    const addresses = [
      'https://contoso.com/',
      'http://127.0.0.1:1/',
      '//contoso.com/',
      '\\\\contoso.com\\share',
      'file:///etc/passwd',
      'file://contoso.com/share',
      'javascript:window.ran=1',
      'JaVaScRiPt:window.ran=1',
      ' javascript:window.ran=1',
      'java\nscript:window.ran=1',
      'data:text/html,<script>opener.ran=1</script>',
      'data:text/html;base64,PHNjcmlwdD48L3NjcmlwdD4=',
      'vbscript:window.ran=1',
      'ms-msdt:/id PCWDiagnostic',
      'search-ms:query=a',
      'ms-settings:',
      'mailto:a@contoso.com',
      'tel:1',
      'app://other/index.html',
      'app://bulk-sign-in/../../package.json',
      'chrome://settings/',
      'devtools://devtools/bundled/inspector.html',
      'view-source:https://contoso.com/',
      'filesystem:https://contoso.com/temporary/a',
      'about:blank',
    ]
    const ways = [0, 1, 2, 3, 4, 5, 6, 7]
    const before = app.page.url()
    let tried = 0
    for (const [row, address] of addresses.entries())
      tried += await app.page.evaluate(
        ({ address, ways }) => {
          const link = Object.assign(document.createElement('a'), { href: address })
          const form = Object.assign(document.createElement('form'), { action: address, method: 'post' })
          document.body.append(link, form)
          const attempts = [
            () => window.location.assign(address),
            () => window.location.replace(address),
            () => link.click(),
            () => Object.assign(link, { target: '_blank' }).click(),
            () => form.submit(),
            () => Object.assign(form, { target: '_blank' }).submit(),
            () => void window.open(address),
            () => void window.open(address, '_self'),
          ]
          const chosen = attempts.filter((_, way) => ways.includes(way))
          for (const attempt of chosen)
            try {
              attempt()
            } catch {
              // Refused even earlier.
            }
          link.remove()
          form.remove()
          return chosen.length
        },
        { address, ways: ways.filter((way) => isPaired(row, way)) },
      )
    expect(tried).toBeGreaterThanOrEqual(addresses.length * 2)
    expect(await bridge.invoke('app:info')).toMatchObject({ ok: true })
    expect(app.page.url()).toBe(before)
    expect(await app.page.evaluate(() => 'ran' in window)).toBe(false)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    await expect.poll(() => app.page.context().pages().length).toBe(1)
    expect((await app.desktop()).filter(({ act }) => act === 'open-external')).toEqual([])
    tell('ways out of the page', tried)
  })
})
