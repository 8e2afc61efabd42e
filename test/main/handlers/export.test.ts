import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exportHandlers } from '../../../src/main/handlers/export.ts'
import type { ExportKind } from '../../../src/shared/ipc.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { failedList, resultFile } from '../../../src/shared/run/result-file.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { text } from '../../../src/shared/text/index.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { startedWith, stateOf } from '../../support/run-samples.ts'

const state = stateOf(startedWith(3))
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
})
afterEach(() => removeFolder(folder))

function exporting(file: string | undefined, of: RunState = state) {
  const saveCsv = vi.fn(async () => file)
  const handlers = exportHandlers({ standing: async () => succeed(of), dialogs: { saveCsv } })
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
    standing: async () => fail({ kind: 'no-run', ...text.run.noRun }),
    dialogs: { saveCsv },
  })

  expect(await handlers['run:export']({ runId: 'gone', kind: 'results' })).toMatchObject({
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
