import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/core/clock/clock.ts'
import { parseJournal } from '../../src/core/run/journal.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns } from '../../src/core/run/runs.ts'
import type { Session } from '../../src/core/run/session.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { pastRun } from '../../src/shared/run/past-run.ts'
import { powerShellFor } from '../../src/shared/run/powershell.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { failedList, resultFile } from '../../src/shared/run/result-file.ts'
import { retryPlan } from '../../src/shared/run/retry-plan.ts'
import { gatewayTo } from '../support/admin-api.ts'
import { here, testWith } from '../support/here.ts'
import { listed } from '../support/listed.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { eventsOf, operator, startedWith, tenant } from '../support/run-samples.ts'
import { attackStrings, hostileText } from './support/attack-strings.ts'
import { prove, tell } from './support/prove.ts'

const runId = '20260302-090000-abcdef'
let scratch: string
let directory: string
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hostile-journals-'))
  directory = join(scratch, 'data/runs')
  await mkdir(directory, { recursive: true })
})
afterEach(() => removeFolder(scratch))

const events = eventsOf(
  startedWith(3),
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b-1' },
  {
    type: 'PhonesReported',
    batch: 0,
    phones: [{ phone: 1, status: 'failed', said: 'failed', error: 'Offline' }],
  },
  { type: 'WatchStopped', reason: 'operator' },
)
const lines = (of: readonly unknown[]): string => of.map((event) => `${JSON.stringify(event)}\n`).join('')

const session: Session = {
  tenant,
  operator,
  gateway: gatewayTo('http://127.0.0.1:1', { fetch: async () => Promise.reject(new TypeError('offline')) }),
  clock: systemClock,
  end: async () => undefined,
}

/** The events with some of their values replaced, as somebody might who edits a journal. */
const edited: fc.Arbitrary<readonly unknown[]> = fc
  .array(
    fc.tuple(
      fc.nat(events.length - 1),
      fc.nat(40),
      fc.oneof(
        hostileText,
        fc.constantFrom(-1, 0, 1e9, 2 ** 53 - 1, 1.5, null, true, [], {}, [[]], ['__proto__']),
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((edits) =>
    events.map((event, index) =>
      edits
        .filter(([line]) => line === index)
        .reduce<unknown>((of, [, place, value]) => withValueAt(of, place, value), event),
    ),
  )

/** The nth value within, wherever it is, replaced. */
function withValueAt(whole: unknown, place: number, value: unknown): unknown {
  let left = place
  const visit = (part: unknown): unknown => {
    if (left-- === 0) return value
    if (Array.isArray(part)) return part.map(visit)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, within]) => [key, visit(within)]))
  }
  return visit(whole)
}

test('whatever a journal says, what can be read of it can be shown and exported', async () => {
  let read = 0
  await prove('edited journals', 500, edited, (hostile) => {
    const content = parseJournal(Buffer.from(lines(hostile)))
    const state = replay(content.events)
    if (!state) return
    read++
    expect(resultFile(state)).toContain('Username')
    expect(failedList(state)).toContain('Username')
    expect(Object.keys(countPhones(state))).toContain('failed')
    retryPlan(state, [pastRun(state, undefined)])
    for (const [index, event] of content.events.entries())
      powerShellFor(event, replay(content.events.slice(0, index + 1)) ?? state)
  })
  expect(read).toBeGreaterThan(70)
})

test('bytes that are no journal are read as far as they are one', async () => {
  await prove(
    'bytes for journals',
    300,
    fc.tuple(fc.nat(3), fc.uint8Array({ maxLength: 300 })),
    ([sound, bytes]) => {
      const content = parseJournal(Buffer.concat([Buffer.from(lines(events.slice(0, sound))), bytes]))
      expect(content.events.slice(0, sound)).toEqual(events.slice(0, sound))
    },
  )
})

test('no name of a run leads out of the folder of the runs', async () => {
  const beside = join(scratch, 'data/beside.jsonl')
  await writeFile(beside, lines(events))
  const before = await treeOf(scratch)
  const names = [
    '../beside',
    '..\\beside',
    join(scratch, 'data/beside'),
    `${runId}/../../beside`,
    ...attackStrings,
  ]
  for (const name of names)
    expect(
      await createRuns({
        repository: createRunRepository(directory),
        appVersion: '1',
        random: () => 0,
      }).resume(session, name, nothing),
    ).toMatchObject({
      failure: { kind: 'no-run' },
    })

  expect(await treeOf(scratch)).toEqual(before)
  expect(await readFile(beside, 'utf8')).toBe(lines(events))
  tell('names of runs', names.length)
})

test('a journal that names another run, or none, is not taken up, and nothing is written elsewhere', async () => {
  const file = join(directory, `${runId}.jsonl`)
  const names = ['../../beside', '20990101-000000-ffffff', ...attackStrings]
  for (const name of names) {
    await writeFile(
      file,
      lines(events.map((event) => (event.type === 'RunStarted' ? { ...event, runId: name } : event))),
    )
    const before = await treeOf(scratch)
    const runs = createRuns({ repository: createRunRepository(directory), appVersion: '1', random: () => 0 })

    expect(await runs.resume(session, runId, nothing)).toMatchObject({
      ok: false,
      failure: { kind: 'no-run' },
    })
    expect(await listed(createRunRepository(directory))).toMatchObject({ runs: [], unreadable: [{ runId }] })
    expect(await createRunRepository(directory).read(runId)).toMatchObject({ ok: false })
    expect(await treeOf(scratch)).toEqual(before)
  }
  tell('run IDs in journals', names.length)
})

test('only files with the name of a run are listed, and a folder is none', async () => {
  await mkdir(join(directory, '20260302-090001-abcdef.jsonl'))
  // Windows takes no such characters in the name of a file.
  const unprintable = process.platform === 'win32' ? [] : ['\u001b[31m.jsonl', `a${'\n'}b.jsonl`]
  for (const name of [...unprintable, '..jsonl', `${runId}x.jsonl`, `${runId}.jsonl.old`])
    await writeFile(join(directory, name), lines(events))
  const { runs, unreadable } = await listed(createRunRepository(directory))

  expect(runs).toEqual([])
  for (const run of unreadable) expect(run.runId).toBe('20260302-090001-abcdef')
})

testWith(here.links)('a file that is none of its own is not read, whatever it is called', async () => {
  const outside = join(scratch, 'outside.txt')
  await writeFile(outside, lines(events))
  await symlink(outside, join(directory, `${runId}.jsonl`))
  await symlink('/dev/zero', join(directory, '20260302-090002-abcdef.jsonl'))
  execFileSync('/usr/bin/mkfifo', [join(directory, '20260302-090003-abcdef.jsonl')])
  const { runs: onDisk, unreadable } = await listed(createRunRepository(directory))

  expect(onDisk).toEqual([])
  for (const run of unreadable) expect(run.runId).toMatch(/^20260302-09000\d-abcdef$/)
  const runs = createRuns({ repository: createRunRepository(directory), appVersion: '1', random: () => 0 })
  expect(await runs.resume(session, runId, nothing)).toMatchObject({ ok: false })
  expect(await readFile(outside, 'utf8')).toBe(lines(events))
})

const nothing = { tenantId: session.tenant.id, phones: [], batches: 0 }

const treeOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).toSorted()
