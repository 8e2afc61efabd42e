import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { journalLine } from '../../../src/core/run/journal-line.ts'
import { runsDirectory } from '../../../src/core/run/run-files.ts'
import { createRunRepository } from '../../../src/core/run/run-repository.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { folderOfSamples } from '../../support/journal-samples.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { eventsOf, phoneListOf, runStarted } from '../../support/run-samples.ts'

describe('what is kept of runs for their list', () => {
  let folder = ''
  let runs = ''
  beforeEach(async () => {
    folder = await folderOfSamples()
    runs = runsDirectory(folder)
  })
  afterEach(() => removeFolder(folder))

  const shown = () => createRunRepository(runs).overview()
  const read = () => createRunRepository(runs).list()
  const summaries = (): Promise<readonly string[]> =>
    readdir(join(runs, 'summaries')).then(
      (names) => names.filter((name) => name.endsWith('.json')),
      () => [],
    )
  const change = async (name: string, by: (summary: Summary) => unknown): Promise<void> => {
    const file = join(runs, 'summaries', name)
    await writeFile(file, JSON.stringify(by(JSON.parse(await readFile(file, 'utf8')))))
  }
  /** Reads all journals once, and waits until what is kept of them is on the disk. */
  async function keepAll(): Promise<readonly string[]> {
    const listed = await shown()
    const count = listed.ok ? listed.value.runs.length : 0
    expect(count).toBeGreaterThan(10)
    // Of journals that are not sound to their ends nothing is kept.
    const sound = listed.ok ? listed.value.runs.filter(({ trouble }) => trouble === undefined).length : 0
    await expect.poll(async () => (await summaries()).length).toBe(sound)
    return summaries()
  }

  test('is what their journals say', async () => {
    const journals = await read()
    await keepAll()
    expect(await shown()).toEqual(journals)
  })

  test('has which rows were signed in before, as the sentence of the end needs it', async () => {
    const why = { code: 'signed-in', at: '2026-03-01T08:00:00Z', runId: 'a', list: 'a.csv' } as const
    const plan = planRun(phoneListOf(1, 'NOAM'))
    const leftOut = [{ row: 9, username: 'b@contoso.com', hardwareId: 'x', why }]
    const events = eventsOf(runStarted({ ...plan, leftOut }), { type: 'WatchStopped', reason: 'closing' })
    const lines = events.map((event) => journalLine(event, 'w', undefined))
    await writeFile(join(runs, '20260302-090000-abcdef.jsonl'), lines.join(''))
    await keepAll()
    const listed = await shown()
    expect(listed.ok && listed.value.runs.filter((run) => run.leftOutSignedIn === 1)).toHaveLength(1)
  })

  test('counts no more once the journal has changed', async () => {
    await keepAll()
    const journals = (await readdir(runs)).filter((name) => name.endsWith('.jsonl'))
    for (const name of journals) {
      const file = join(runs, name)
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
      const event = { seq: lines.length + 1, at: '2026-12-01T00:00:00.000Z', type: 'WatchStopped' } as const
      await writeFile(
        file,
        `${lines.join('\n')}\n${journalLine({ ...event, reason: 'closing' }, 'w', undefined)}`,
      )
    }
    expect(await shown()).toEqual(await read())
  })

  test.each<[string, (summary: Summary) => unknown]>([
    ['of another version', (summary) => ({ ...summary, version: 0 })],
    ['of a journal of another size or time', (summary) => ({ ...summary, stamp: '1 2 false undefined' })],
    [
      'of another run',
      (summary) => ({ ...summary, run: { ...summary.run, runId: '20260101-000000-aaaaaa' } }),
    ],
    ['without what a list shows', (summary) => ({ ...summary, run: { ...summary.run, counts: undefined } })],
    [
      'with something else in a list of phones',
      (summary) => ({ ...summary, run: { ...summary.run, claims: [7] } }),
    ],
    ['that is none', () => 'x'],
  ])('is passed over where it is a summary %s', async (_, by) => {
    const journals = await read()
    for (const name of await keepAll()) await change(name, by)
    expect(await shown()).toEqual(journals)
  })

  test('decides about nothing: what is asked before phones are sent reads the journals', async () => {
    const journals = await read()
    for (const name of await keepAll())
      await change(name, ({ run, ...summary }) => ({
        ...summary,
        run: { ...run, listName: 'a lie', batches: [] },
      }))
    const repository = createRunRepository(runs)
    const lies = await repository.overview()
    expect(lies.ok && lies.value.runs.some(({ listName }) => listName === 'a lie')).toBe(true)
    expect(await repository.list()).toEqual(journals)
    const batches = await createRunRepository(runs).batchesOfOthers('20260101-000000-aaaaaa')
    expect(batches.ok && batches.value.size).toBeGreaterThan(0)
  })

  test('is not needed: a folder that takes no summaries is listed all the same', async () => {
    await writeFile(join(runs, 'summaries'), '')
    const journals = await read()
    expect(journals.ok && journals.value.runs.length).toBeGreaterThan(10)
    expect(await shown()).toEqual(journals)
    expect(await readFile(join(runs, 'summaries'), 'utf8')).toBe('')
  })

  test('goes with its run', async () => {
    const before = await keepAll()
    const [first = ''] = before
    const repository = createRunRepository(runs)
    const removed = await repository.remove(first.replace('.json', ''), (file) => rm(file))
    expect(removed.ok).toBe(true)
    expect(await summaries()).toEqual(before.filter((name) => name !== first))
  })
})

type Summary = {
  readonly version: number
  readonly stamp: string
  readonly run: Readonly<Record<string, unknown>>
}
