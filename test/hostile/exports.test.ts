import { basename, dirname, resolve, win32 } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test, vi } from 'vitest'
import { createFileDialogs } from '../../src/main/files/file-dialogs.ts'
import { exportHandlers } from '../../src/main/handlers/export.ts'
import { phonesAsText } from '../../src/renderer/src/model/history/phones-as-text.ts'
import { rowAsText } from '../../src/renderer/src/model/phones/row-as-text.ts'
import { checkPhones } from '../../src/shared/phones/check.ts'
import { parseSheet } from '../../src/shared/phones/parse.ts'
import { succeed } from '../../src/shared/result.ts'
import type { RunHappening } from '../../src/shared/run/events.ts'
import { planRun, type RunPlan } from '../../src/shared/run/plan.ts'
import { failedList, resultFile } from '../../src/shared/run/result-file.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { phoneListOf, runStarted, stateOf } from '../support/run-samples.ts'
import { hostileText } from './support/attack-strings.ts'
import { prove } from './support/prove.ts'

type Hostile = {
  readonly username: string
  readonly hardwareId: string
  readonly said: string
  readonly list: string
}
const hostile: fc.Arbitrary<Hostile> = fc.record({
  username: hostileText,
  hardwareId: hostileText,
  said: hostileText,
  list: hostileText,
})

function finishedRun({ username, hardwareId, said, list }: Hostile): RunState {
  const good = phoneListOf(2, 'NOAM')
  const bad = { row: 4, username, hardwareId, region: undefined, status: 'error' } as const
  return stateOf(
    startedAs(list, planRun({ ...good, rows: [...good.rows, bad] })),
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    { type: 'BatchSubmitted', batch: 0, batchId: said },
    {
      type: 'PhonesReported',
      batch: 0,
      phones: [
        { phone: 0, status: 'failed', said, error: said },
        { phone: 1, status: 'failed', said: 'failed', error: username },
      ],
    },
    { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: said },
    { type: 'RunFinished' },
  )
}

function startedAs(listName: string, plan: RunPlan): RunHappening {
  const started = runStarted(plan)
  if (started.type !== 'RunStarted') throw new Error('A run begins with RunStarted')
  return { ...started, listName }
}

/** As Excel takes it: blanks and what nobody sees count for nothing. */
const runs = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u

test('no cell of an export is run as a formula, wherever a spreadsheet parts the cells', async () => {
  await prove('cells of exports', 1000, hostile, (one) => {
    const state = finishedRun(one)
    for (const csv of [resultFile(state), failedList(state)].map((text) => text.slice(1))) {
      const records = Papa.parse<string[]>(csv, { delimiter: ',', skipEmptyLines: true }).data
      for (const cell of records.flat()) expect(cell).not.toMatch(runs)
      // Where a semicolon parts cells, quotes within a line are nothing but letters.
      for (const cell of Papa.parse<string[]>(csv, { delimiter: ';' }).data.flat())
        expect(cell).not.toMatch(runs)
      for (const piece of csv.split(/[;\t\r\n]/)) expect(piece.replace(/^"+/, '')).not.toMatch(runs)
    }
  })
})

test('every row of a hostile run is exported once, and what failed opens again as it was', async () => {
  await prove('round trips', 300, hostile, (one) => {
    const state = finishedRun(one)
    const records = Papa.parse<string[]>(resultFile(state).slice(1), { skipEmptyLines: true }).data
    expect(records).toHaveLength(4)
    for (const record of records) expect(record).toHaveLength(8)

    const again = parseSheet('again.csv', failedList(state))
    if (!again.ok) throw new Error(again.failure.message)
    expect(
      checkPhones(again.value, undefined).rows.map(({ username, hardwareId }) => [username, hardwareId]),
    ).toEqual(state.phones.map(({ username, hardwareId }) => [username, hardwareId]))
  })
})

test('usernames that Entra ID allows and a spreadsheet would run survive an export and its opening', async () => {
  const signed = fc.stringMatching(/^[-'][-'!#^~A-Za-z0-9]{0,10}[a-z]$/).map((name) => `${name}@contoso.com`)
  await prove('usernames that begin with a sign', 200, signed, (username) => {
    const list = phoneListOf(1, 'NOAM')
    const rows = list.rows.map((row) => ({ ...row, username }))
    const state = stateOf(runStarted(planRun({ ...list, rows })), {
      type: 'PhonesReported',
      batch: 0,
      phones: [{ phone: 0, status: 'failed', said: 'failed' }],
    })
    const again = parseSheet('again.csv', failedList(state))
    expect(again.ok && again.value.rows[0]?.username).toBe(username)
  })
})

test('a copied row stays one row, and none of its cells is run where it is pasted', async () => {
  await prove('copied rows', 300, hostile, ({ username, hardwareId, said }) => {
    const row = {
      row: 2,
      username,
      hardwareId,
      region: '',
      status: 'failed',
      result: said,
      remedy: said,
    } as const
    const copied = rowAsText({ ...row, reason: '', issues: [], wrong: [] })
    expect(copied).not.toMatch(/[\r\n]/)
    const cells = copied.split('\t')
    expect(cells.length).toBeLessThanOrEqual(7)
    for (const cell of cells) expect(cell).not.toMatch(runs)
  })
})

test('copied phones of a batch stay a row each, and none of their cells is run where it is pasted', async () => {
  await prove('copied phones', 300, hostile, ({ username, hardwareId, said }) => {
    const phone = { username, hardwareId, status: 'failed', said, error: said } as const
    const [, ...lines] = phonesAsText([phone, phone]).split('\r\n')
    expect(lines).toHaveLength(3)
    for (const line of lines.slice(0, 2)) {
      const cells = line.split('\t')
      expect(cells).toHaveLength(5)
      for (const cell of cells) expect(cell).not.toMatch(runs)
      for (const piece of line.split(/[;\t]/)) expect(piece.replace(/^"+/, '')).not.toMatch(runs)
    }
  })
})

test('whatever a list is called, its export is offered in the folder used last, under a name that every system takes', async () => {
  const folder = resolve('/exports')
  await prove('names of exports', 500, hostile, async (one) => {
    const dialog = {
      showOpenDialog: vi.fn(),
      showSaveDialog: vi.fn(async () => ({ canceled: true, filePath: '' })),
    }
    const dialogs = createFileDialogs({
      dialog,
      window: {} as never,
      settings: { lastFolder: () => folder, rememberFolder: () => undefined },
    })
    const handlers = exportHandlers({
      ...{ standing: async () => succeed(finishedRun(one)), dialogs, appVersion: '0.2.0', now: () => 0 },
      print: async () => new Uint8Array(),
    })
    await handlers['run:export']({ runId: 'r', kind: 'results' })
    const [, asked] = dialog.showSaveDialog.mock.calls[0] as unknown as [unknown, { defaultPath: string }]

    expect(dirname(asked.defaultPath)).toBe(folder)
    const name = basename(asked.defaultPath)
    expect(win32.basename(name)).toBe(name)
    expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
    expect(name).not.toMatch(/^(con|prn|aux|nul|com.|lpt.)\s*\./i)
    expect(name).toMatch(/^\S.* results \d{4}-\d\d-\d\d \d{4}\.csv$/u)
    expect(name.length).toBeLessThan(150)
  })
})
