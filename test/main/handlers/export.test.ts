import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { exportHandlers } from '../../../src/main/handlers/export.ts'
import type { ExportKind } from '../../../src/shared/ipc-requests.ts'
import { reportPage } from '../../../src/shared/report/report-page.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { failedList, resultFile } from '../../../src/shared/run/result-file.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { text } from '../../../src/shared/text/index.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { twoRuns } from '../../support/report-scenes.ts'
import { startedWith, stateOf } from '../../support/run-samples.ts'

const state = stateOf(startedWith(3))
const print = vi.fn(async (html: string) => new TextEncoder().encode(`PDF of ${html}`))
const about = { print, appVersion: '0.2.0', now: () => Date.parse('2026-03-03T08:00:00Z') }
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
})
afterEach(() => removeFolder(folder))

function exporting(file: string | undefined, of: RunState = state) {
  const saveCsv = vi.fn(async () => file)
  const handlers = exportHandlers({
    ...about,
    standing: async () => succeed(of),
    dialogs: { saveCsv, saveText: async () => file },
  })
  return { saveCsv, export: (kind: ExportKind) => handlers['run:export']({ runId: of.runId, kind }) }
}

test.each(['results', 'failed'] as const)('marks the name of a file of a simulated run: %s', async (kind) => {
  const simulated = { ...state, tenant: { ...state.tenant, simulated: true } }
  const { saveCsv, export: exported } = exporting(undefined, simulated)
  await exported(kind)
  expect(saveCsv).toHaveBeenCalledWith(expect.stringMatching(new RegExp(`^phones simulated ${kind} 2026-`)))
})

test('writes the results where the operator says, under a name that is offered', async () => {
  const file = join(folder, 'out.csv')
  const { saveCsv, export: exported } = exporting(file)

  expect(await exported('results')).toEqual({ ok: true, value: file })
  expect(await readFile(file, 'utf8')).toBe(resultFile(state))
  expect(saveCsv).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^phones results 2026-03-0[123] \d{4}\.csv$/),
  )
})

test('writes the failed rows as a list', async () => {
  const file = join(folder, 'out.csv')
  const { saveCsv, export: exported } = exporting(file)
  await exported('failed')

  expect(await readFile(file, 'utf8')).toBe(failedList(state))
  expect(saveCsv).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^phones failed 2026-03-0[123] \d{4}\.csv$/),
  )
})

test('a dialog that was cancelled is no failure', async () => {
  expect(await exporting(undefined).export('results')).toEqual({ ok: true, value: undefined })
})

test('without a run there is nothing to export, and nothing is asked', async () => {
  const saveCsv = vi.fn(async () => 'file')
  const handlers = exportHandlers({
    ...about,
    standing: async () => fail({ kind: 'no-run', ...text.run.noRun }),
    dialogs: { saveCsv, saveText: saveCsv },
  })

  expect(await handlers['run:export']({ runId: 'gone', kind: 'results' })).toMatchObject({
    failure: { kind: 'no-run' },
  })
  expect(await handlers['report:save']({ runIds: ['gone'], site: '', format: 'html' })).toMatchObject({
    failure: { kind: 'no-run' },
  })
  expect(saveCsv).not.toHaveBeenCalled()
})

test('a file that cannot be written is a failure that names it', async () => {
  const file = join(folder, 'gone', 'out.csv')

  expect(await exporting(file).export('results')).toMatchObject({
    ok: false,
    failure: { kind: 'file', message: expect.stringContaining(file) },
  })
})

describe('the report', () => {
  const runs = new Map(twoRuns({ simulated: true }).map((run) => [run.runId, run]))
  function reporting(file: string | undefined) {
    const saveText = vi.fn(async () => file)
    const handlers = exportHandlers({
      ...about,
      standing: async (runId) => succeed(runs.get(runId) ?? state),
      dialogs: { saveCsv: async () => undefined, saveText },
    })
    return { saveText, save: handlers['report:save'] }
  }

  test('is of the runs that were chosen, each once, and its name says the site and that it is simulated', async () => {
    const file = join(folder, 'report.html')
    const { saveText, save } = reporting(file)
    expect(await save({ runIds: ['b', 'a', 'b'], site: ' Main Street 1/2 ', format: 'html' })).toEqual({
      ok: true,
      value: file,
    })
    expect(saveText).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^Main Street 1_2 simulated report 2026-03-0[234] \d{4}\.html$/),
    )
    const expected = reportPage({
      runs: [...runs.values()],
      site: 'Main Street 1/2',
      appVersion: '0.2.0',
      now: about.now(),
    })
    expect(expected).toEqual({ ok: true, value: await readFile(file, 'utf8') })
  })

  test('as a PDF is the print of the same page, and where that fails the way by HTML is named and nothing is written', async () => {
    const file = join(folder, 'report.pdf')
    const { saveText, save } = reporting(file)
    expect(await save({ runIds: ['a'], site: 'Hall', format: 'pdf' })).toEqual(succeed(file))
    expect(saveText).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^Hall .* \d{4}\.pdf$/))
    expect(await readFile(file, 'utf8')).toMatch(/^PDF of <!doctype html>/)

    const other = reporting(join(folder, 'other.pdf'))
    print.mockRejectedValueOnce(new Error('ERR_FAILED (-2)'))
    expect(await other.save({ runIds: ['a'], site: '', format: 'pdf' })).toEqual(
      fail({ kind: 'file', ...text.main.failures.notPrinted('ERR_FAILED (-2)') }),
    )
    print.mockRejectedValueOnce(new DOMException('Too long.', 'TimeoutError'))
    expect(await other.save({ runIds: ['a'], site: '', format: 'pdf' })).toEqual(
      fail({ kind: 'file', ...text.main.failures.printTooLong }),
    )
    expect(await readdir(folder)).toEqual(['report.pdf'])
  })

  test('without a site is named after the list', async () => {
    const { saveText, save } = reporting(undefined)
    expect(await save({ runIds: ['a'], site: '', format: 'html' })).toEqual({ ok: true, value: undefined })
    expect(saveText).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^phones simulated report /))
  })

  test('never mixes what is real with what is not', async () => {
    const { saveText, save } = reporting(join(folder, 'report.html'))
    expect(await save({ runIds: ['a', 'real'], site: '', format: 'html' })).toMatchObject({
      failure: { message: text.report.failures.otherTenant.message },
    })
    expect(saveText).not.toHaveBeenCalled()
  })
})
