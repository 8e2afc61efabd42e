import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findRun } from '../../src/cli/find-run.ts'
import { stderr } from '../../src/cli/output.ts'
import { isUnfinished } from '../../src/shared/run/past-run.ts'
import { lockLineOf } from '../support/lock-line-of.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { eventsOf, startedWith } from '../support/run-samples.ts'

const older = '20260302-090000-aaaaaa'
const latest = '20260302-100000-bbbbbb'

describe('the run to resume, where none is named', () => {
  let directory: string
  const fileOf = (runId: string): string => join(directory, 'runs', `${runId}.jsonl`)
  const told = vi.spyOn(stderr, 'write')
  afterAll(() => told.mockRestore())
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'find-run-'))
    await mkdir(join(directory, 'runs'))
    told.mockReset().mockReturnValue(true)
  })
  afterEach(() => removeFolder(directory))

  async function put(runId: string, end = ''): Promise<void> {
    const events = eventsOf(startedWith(2), { type: 'BatchSubmitting', batch: 0, attempt: 1 })
    const lines = events.map((event) => JSON.stringify({ ...event, ...(event.seq === 1 && { runId }) }))
    await writeFile(fileOf(runId), `${lines.join('\n')}\n${end}`)
  }
  const watch = async (runId: string) => writeFile(`${fileOf(runId)}.lock`, await lockLineOf(process.ppid))
  const found = (runId?: string, fits = isUnfinished) =>
    findRun(directory, runId, fits, (runs) => `none of ${runs.length}`).then((run) => run.runId)
  const foreign = '{"seq":3,"type":"OfTheFuture"}\n'

  test('is the latest unfinished one', async () => {
    await put(older)
    await put(latest)
    expect(await found()).toBe(latest)
    expect(told).not.toHaveBeenCalled()
  })

  test('is the latest that no other process watches, and it says which one it passes over', async () => {
    await put(older)
    await put(latest)
    await watch(latest)
    expect(await found()).toBe(older)
    expect(told.mock.calls.join('')).toMatch(new RegExp(`${latest}.*being watched by another`))
  })

  test('is the latest whose journal this version can continue; a torn end does not matter', async () => {
    await put(older, '{"seq":3,"ty')
    await put(latest, foreign)
    expect(await found()).toBe(older)
    expect(told.mock.calls.join('')).toMatch(new RegExp(`${latest}.*doesn't understand`))
  })

  test('is not taken without a word about a later one that cannot be read just then', async () => {
    await put(older)
    await writeFile(fileOf(latest), 'not a journal\n')
    await writeFile(fileOf('20260302-110000-cccccc'), '')
    await writeFile(fileOf('20260302-080000-dddddd'), 'not a journal\n')
    expect(await found()).toBe(older)
    const [line = '', ...others] = told.mock.calls.map(([words]) => String(words))
    expect(line).toMatch(new RegExp(`${latest}.*can't be read`))
    expect(others).toEqual([])
    await rm(fileOf(older))
    await expect(found()).rejects.toThrow(new RegExp(`${latest}.*can't be read[^]*none of 0`))
    await expect(found(latest)).rejects.toThrow(/can't be read/)
  })

  test('is none where none can be resumed, and each says why', async () => {
    await put(older, foreign)
    await put(latest)
    await watch(latest)
    await expect(found()).rejects.toThrow(
      new RegExp(`${latest}.*being watched by another[^]*${older}.*doesn't understand`),
    )
  })

  test('is none where none fits, in the words for the runs there are', async () => {
    await put(older)
    await put(latest)
    await expect(found(undefined, () => false)).rejects.toThrow('none of 2')
  })

  test('is the one that is named, whatever is the matter with it', async () => {
    await put(older)
    await put(latest, foreign)
    expect(await found(latest)).toBe(latest)
    await expect(found('20260302-110000-cccccc')).rejects.toThrow('no such run')
  })
})
