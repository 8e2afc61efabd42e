import { access, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRunRepository } from '../../../src/core/run/run-repository.ts'
import { succeed } from '../../../src/shared/result.ts'
import type { RunEvent, RunHappening } from '../../../src/shared/run/events.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { here, testWith } from '../../support/here.ts'
import { listed } from '../../support/listed.ts'
import { lockLineOf, nobody } from '../../support/lock-line-of.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { eventsOf, startedWith } from '../../support/run-samples.ts'

const submitted: readonly RunHappening[] = [
  startedWith(150),
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'B-1' },
]

describe('the repository', () => {
  let directory: string
  const fileOf = (runId: string): string => join(directory, `${runId}.jsonl`)
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'repository-'))
  })
  afterEach(() => removeFolder(directory))

  async function put(runId: string, ...happened: readonly RunHappening[]): Promise<string> {
    const lines = eventsOf(...happened).map((event) =>
      JSON.stringify(event.type === 'RunStarted' ? { ...event, runId } : event),
    )
    await writeFile(fileOf(runId), `${lines.join('\n')}\n`)
    return runId
  }
  const lockFor = async (runId: string, pid = process.ppid) =>
    writeFile(`${fileOf(runId)}.lock`, await lockLineOf(pid))

  test('lists unfinished runs first, then the latest, and names what it cannot read', async () => {
    await put('20260302-100000-cccccc', startedWith(2), { type: 'RunFinished' })
    await put('20260302-090000-aaaaaa', ...submitted, { type: 'WatchStopped', reason: 'operator' })
    await put('20260302-110000-dddddd', startedWith(2), { type: 'RunFinished' })
    await writeFile(fileOf('20260302-080000-bbbbbb'), 'not a journal\n')
    await writeFile(join(directory, 'notes.jsonl'), 'no run at all\n')
    const { runs, unreadable } = await listed(createRunRepository(directory))
    expect(runs.map(({ runId }) => runId.slice(-6))).toEqual(['aaaaaa', 'dddddd', 'cccccc'])
    expect(runs[0]).toMatchObject({
      counts: { 'signing in': 75, queued: 75 },
      toSubmit: { phones: 75, batches: 1 },
      batches: [{ batchId: 'B-1', phones: 75, stage: 'open' }, { stage: 'queued' }],
    })
    expect(unreadable).toEqual([
      {
        runId: '20260302-080000-bbbbbb',
        file: fileOf('20260302-080000-bbbbbb'),
        trouble: expect.stringContaining('line 1'),
        changedAt: expect.stringMatching(/^\d{4}-/),
      },
    ])
    expect(await createRunRepository(join(directory, 'missing')).list()).toEqual(
      succeed({ runs: [], unreadable: [] }),
    )
  })

  test('says of a run that ended without a word that nobody watches it, and of one that is carried that it is', async () => {
    const runId = await put('20260302-090000-aaaaaa', ...submitted)
    const repository = createRunRepository(directory)
    const standing = async () => (await listed(repository)).runs[0]?.watching
    const events = async () => {
      const read = await repository.read(runId)
      return read.ok ? replay(read.value)?.watching : read.failure
    }
    expect(await standing()).toEqual({ kind: 'stopped', reason: 'ended' })
    expect(await events()).toEqual({ kind: 'stopped', reason: 'ended' })
    await lockFor(runId)
    expect(await standing()).toEqual({ kind: 'watching' })
    expect(await events()).toEqual({ kind: 'watching' })
  })

  test('says of a run that another process holds which one, as long as it does', async () => {
    const runId = await put('20260302-090000-aaaaaa', ...submitted)
    const repository = createRunRepository(directory)
    const lock = `${fileOf(runId)}.lock`
    const holder = async () => (await listed(repository)).runs[0]?.holder
    expect(await holder()).toBeUndefined()
    await lockFor(runId)
    expect(await holder()).toEqual({
      kind: 'process',
      process: process.ppid,
      since: expect.any(String),
      file: lock,
    })
    await writeFile(lock, '7 former-name up 60')
    expect(await holder()).toEqual({
      kind: 'computer',
      process: 7,
      computer: 'former-name',
      since: expect.any(String),
      file: lock,
    })
    await rm(lock)
    expect(await holder()).toBeUndefined()
  })

  test('knows what has happened to a run since it looked last', async () => {
    const runId = await put('20260302-090000-aaaaaa', ...submitted)
    const repository = createRunRepository(directory)
    await repository.list()
    const [, , { at }] = eventsOf(...submitted) as [RunEvent, RunEvent, RunEvent]
    const finished = {
      seq: 4,
      at,
      type: 'BatchFinished',
      batch: 0,
      end: 'service',
      serviceStatus: 'Completed',
    }
    await writeFile(fileOf(runId), `${JSON.stringify(finished)}\n`, { flag: 'a' })
    expect((await listed(repository)).runs[0]?.counts).toMatchObject({ unknown: 75 })
  })

  test.each([
    ['is empty', '', true],
    ['ends in its first line', '{"seq":1,"at":"2026', true],
    ['is no journal', 'not a journal\n', undefined],
  ])('tells of a run whose file %s whether it has begun', async (_, content, neverBegan) => {
    await writeFile(fileOf('20260302-080000-bbbbbb'), content)
    const { unreadable } = await listed(createRunRepository(directory))
    expect(unreadable.map((one) => one.neverBegan)).toEqual([neverBegan])
  })

  testWith(here.links)(
    'reads a journal again that it could not read, although nothing about the file has changed',
    async () => {
      const runId = await put('20260302-090000-aaaaaa', ...submitted)
      const repository = createRunRepository(directory)
      const aside = join(directory, 'aside')
      await rename(fileOf(runId), aside)
      await symlink(aside, fileOf(runId))
      expect(await listed(repository)).toMatchObject({ runs: [], unreadable: [{ runId }] })
      await rename(aside, fileOf(runId))
      expect(await listed(repository)).toMatchObject({ runs: [{ runId }], unreadable: [] })
      expect(await repository.batchesOfOthers('20260302-100000-cccccc')).toEqual(succeed(new Set(['b-1'])))
    },
  )

  test('does not take a folder that cannot be read for one without runs', async () => {
    const noFolder = join(directory, 'share')
    await writeFile(noFolder, '')
    const repository = createRunRepository(noFolder)
    const refusal = { ok: false, failure: { kind: 'file', message: expect.stringContaining(noFolder) } }
    expect(await repository.list()).toMatchObject(refusal)
    expect(await repository.batchesOfOthers('20260302-100000-cccccc')).toMatchObject({
      failure: { code: 'folder-unread', folder: noFolder },
    })
  })

  test('knows the batches of all runs but one, in lower case', async () => {
    const runId = await put('20260302-090000-aaaaaa', ...submitted)
    const repository = createRunRepository(directory)
    expect(await repository.batchesOfOthers('20260302-100000-cccccc')).toEqual(succeed(new Set(['b-1'])))
    expect(await repository.batchesOfOthers(runId)).toEqual(succeed(new Set()))
  })

  test('gives up the files of a run, but not of one that is watched, and forgets nothing when that fails', async () => {
    const runId = await put('20260302-090000-aaaaaa', ...submitted)
    await writeFile(`${fileOf(runId)}.aside`, 'half a li')
    const repository = createRunRepository(directory)
    const discard = vi.fn((file: string) => rm(file))

    await lockFor(runId)
    expect(await repository.remove(runId, discard)).toMatchObject({ failure: { kind: 'run-under-way' } })
    await lockFor(runId, nobody)
    expect(await repository.remove(runId, () => Promise.reject(new Error('no bin here')))).toMatchObject({
      failure: { kind: 'file', message: expect.stringContaining('no bin here') },
    })
    expect((await listed(repository)).runs).toHaveLength(1)
    expect(await repository.remove(runId, discard)).toMatchObject({ ok: true })
    expect(discard).toHaveBeenCalledExactlyOnceWith(fileOf(runId))
    expect(await repository.list()).toEqual(succeed({ runs: [], unreadable: [] }))
    for (const beside of ['.aside', '.lock'])
      await expect(access(`${fileOf(runId)}${beside}`)).rejects.toThrow('ENOENT')
  })

  test('says so where a run cannot be given up because its folder takes no lock', async () => {
    const repository = createRunRepository(join(directory, 'missing'))
    expect(await repository.remove('20260302-090000-aaaaaa', async () => {})).toMatchObject({
      failure: { kind: 'file', message: expect.stringContaining('ENOENT') },
    })
  })

  test('takes no path for the name of a run', async () => {
    const repository = createRunRepository(directory)
    const discard = vi.fn(async () => {})
    for (const name of ['../../secret', '', '20260302-090000-abcdef/..', 'C:\\x']) {
      expect(await repository.read(name)).toMatchObject({ failure: { kind: 'no-run' } })
      expect(await repository.remove(name, discard)).toMatchObject({ failure: { kind: 'no-run' } })
    }
    expect(discard).not.toHaveBeenCalled()
  })
})
