import type { FileHandle } from 'node:fs/promises'
import {
  access,
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readJournal } from '../../../src/core/run/journal.ts'
import { journalFile } from '../../../src/core/run/run-files.ts'
import { createRunRepository } from '../../../src/core/run/run-repository.ts'
import { createRuns, type Runs } from '../../../src/core/run/runs.ts'
import type { Session } from '../../../src/core/run/session.ts'
import { standingOf } from '../../../src/core/run/standing.ts'
import type { GatewayFailure } from '../../../src/shared/gateway/failure.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { confirmationOf } from '../../../src/shared/run/confirmation.ts'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import type { Decision } from '../../../src/shared/run/evidence.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { stillToSubmit } from '../../../src/shared/run/still-to-submit.ts'
import { unsentPlan } from '../../../src/shared/run/unsent-plan.ts'
import { text } from '../../../src/shared/text/index.ts'
import { prototypeOfHandles } from '../../support/file-handles.ts'
import { listed } from '../../support/listed.ts'
import { lockLineOf, nobody } from '../../support/lock-line-of.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { operator, phoneListOf, tenant } from '../../support/run-samples.ts'
import { scriptedGateway } from '../../support/scripted-gateway.ts'
import { virtualClock } from '../../support/virtual-clock.ts'

describe('the runs of the app', () => {
  let directory: string
  let runs: Runs
  const clock = virtualClock()
  let session: Session
  const plan = planRun(phoneListOf(12))
  const names = { listName: 'phones.csv' }
  /** So many of the list's first phones. */
  const submitting = (phones: number, batches: number) =>
    confirmationOf({ ...planRun(phoneListOf(phones)), batches: Array(batches).fill([]) }, tenant)
  const nothingSent = submitting(0, 0)
  /** What the shown run has yet to submit. */
  const unsent = () => {
    const state = runs.state()
    return state ? confirmationOf(unsentPlan(state), tenant) : nothingSent
  }
  const newRuns = (at = directory) =>
    createRuns({ repository: createRunRepository(at), appVersion: '0.1.0', random: () => 0.5 })
  const started = async (): Promise<string> => {
    const outcome = await runs.start(session, plan, names)
    if (!outcome.ok) throw new Error(outcome.failure.message)
    return outcome.value
  }
  /** Lets time pass until this has happened so many times. */
  const until = (type: RunEvent['type'], times: number): Promise<void> =>
    clock.run(
      new Promise((resolve) => {
        let left = times
        const end = runs.subscribe((event, when) => {
          if (event.type !== type || when !== 'now' || --left > 0) return
          end()
          resolve()
        })
      }),
    )
  /** A run whose three batches are all at the service. */
  const submitted = async (): Promise<string> => {
    const areTaken = until('BatchSubmitted', plan.batches.length)
    const runId = await started()
    await areTaken
    return runId
  }
  /** A disk that is full as soon as the first batch is on its way, so that no answer can be written any more. */
  const fullOnceSubmitting = async (): Promise<{ readonly runId: string; readonly hasRoom: () => void }> => {
    const prototype = await prototypeOfHandles()
    let full: { mockRestore(): void } | undefined
    const end = runs.subscribe(({ type }) => {
      if (type === 'BatchSubmitting')
        full ??= vi.spyOn(prototype, 'appendFile').mockRejectedValue(new Error('ENOSPC'))
    })
    const runId = await started()
    await clock.run(runs.idle())
    end()
    return { runId, hasRoom: () => full?.mockRestore() }
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'runs-'))
    runs = newRuns()
    // A service that remembers nothing of another test: what it had of these phones would be asked about.
    session = { tenant, operator, clock, gateway: scriptedGateway(clock), end: async () => {} }
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await removeFolder(directory)
  })

  test('leaves on disk exactly what it told its listeners', async () => {
    const heard: RunEvent[] = []
    runs.subscribe((event) => heard.push(event))
    const runId = await started()
    await clock.run(runs.idle())
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
    expect((await readJournal(journalFile(directory, runId))).events).toEqual(heard)
    expect(replay(heard)).toEqual(runs.state())
  })

  test('makes one run of two clicks', async () => {
    const [first, second] = await Promise.all([
      runs.start(session, plan, names),
      runs.start(session, plan, names),
    ])
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({ ok: false, failure: { kind: 'run-under-way' } })
    await clock.run(runs.idle())
    expect((await runs.start(session, plan, names)).ok).toBe(true)
    await clock.run(runs.idle())
  })

  test('submits nothing of a run that is stopped before it has begun', async () => {
    const gateway = scriptedGateway(clock)
    const starting = runs.start({ ...session, gateway }, plan, names)
    runs.stopWatching('operator')
    expect((await starting).ok).toBe(true)
    await clock.run(runs.idle())
    expect(runs.state()?.watching).toEqual({ kind: 'stopped', reason: 'operator' })
    expect(gateway.creates()).toBe(0)
    expect(
      await runs.resume(session, runs.state()?.runId ?? '', submitting(12, plan.batches.length)),
    ).toMatchObject({ ok: true })
    await clock.run(runs.idle())
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
  })

  test('sends nothing when the journal cannot be made, and says why', async () => {
    const file = join(directory, 'in-the-way')
    await writeFile(file, '')
    const gateway = scriptedGateway(clock)
    const outcome = await newRuns(join(file, 'runs')).start({ ...session, gateway }, plan, names)
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'file' } })
    expect(gateway.creates()).toBe(0)
  })

  test('leaves nothing in the folder of a run that a full disk kept from beginning', async () => {
    const full = vi.spyOn(await prototypeOfHandles(), 'appendFile').mockRejectedValue(new Error('ENOSPC'))
    expect(await runs.start(session, plan, names)).toMatchObject({ failure: { kind: 'file' } })
    full.mockRestore()
    expect(await readdir(directory)).toEqual([])
    expect(await listed(createRunRepository(directory))).toEqual({ runs: [], unreadable: [] })
  })

  test('goes on at once with a run whose file takes long to be closed, for nobody else is at it', async () => {
    const runId = await submitted()
    const prototype = await prototypeOfHandles()
    const { appendFile } = prototype
    const closing = Promise.withResolvers<void>()
    vi.spyOn(prototype, 'appendFile').mockImplementation(function (this: FileHandle, line) {
      const { close } = this
      this.close = () => closing.promise.then(() => close())
      return appendFile.call(this, line)
    })
    runs.stopWatching('operator')
    await expect.poll(() => runs.isBusy()).toBe(false)
    const resumed = runs.resume(session, runId, nothingSent)
    closing.resolve()
    expect(await resumed).toMatchObject({ ok: true })
    await clock.run(runs.idle())
  })

  test('refuses to start nothing', async () => {
    const nothing = await runs.start(session, planRun(phoneListOf(0)), names)
    expect(nothing).toMatchObject({ ok: false, failure: { kind: 'no-run' } })
  })

  test('goes on watching after a stop, in the same journal', async () => {
    const runId = await submitted()
    runs.stopWatching('operator')
    await clock.run(runs.idle())
    expect(runs.state()?.watching).toEqual({ kind: 'stopped', reason: 'operator' })
    expect(await runs.resume(session, runId, nothingSent)).toMatchObject({ ok: true })
    await clock.run(runs.idle())
    expect(runs.state()).toMatchObject({ runId, watching: { kind: 'finished' } })
  })

  test('takes a run up again after a restart of the app', async () => {
    const runId = await submitted()
    runs.stopWatching('closing')
    await clock.run(runs.idle())
    const later = newRuns()
    expect(await later.resume(session, runId, nothingSent)).toMatchObject({ ok: true })
    await clock.run(later.idle())
    expect(later.state()).toMatchObject({ runId, watching: { kind: 'finished' } })
    expect(later.state()?.phones.every(({ status }) => status === 'signed in')).toBe(true)
  })

  test('says first that watching had ended, when a run is taken up that ended without a word', async () => {
    const runId = await submitted()
    runs.stopWatching('closing')
    await clock.run(runs.idle())
    const file = journalFile(directory, runId)
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    await writeFile(file, `${lines.slice(0, -1).join('\n')}\n`)

    const later = newRuns()
    const heard: [RunEvent['type'], string][] = []
    later.subscribe(({ type }, when) => heard.push([type, when]))
    expect(await later.open(runId)).toMatchObject({ ok: true })
    expect(later.state()?.watching).toEqual({ kind: 'stopped', reason: 'ended' })
    expect(heard.at(-1)).toEqual(['WatchStopped', 'before'])
    expect(await later.resume(session, runId, nothingSent)).toMatchObject({ ok: true })
    await clock.run(later.idle())
    expect(heard.findLast(([, when]) => when === 'before')?.[0]).not.toBe('WatchStopped')
    const live = heard.filter(([, when]) => when === 'now').map(([type]) => type)
    expect(live.slice(0, 2)).toEqual(['WatchStopped', 'WatchResumed'])
    expect((await readJournal(file)).events).toEqual(later.events())
  })

  test('writes what the service said while the disk was full, once the run goes on', async () => {
    const { runId, hasRoom } = await fullOnceSubmitting()
    const file = journalFile(directory, runId)
    const known = runs.events()
    expect(runs.state()?.watching).toEqual({ kind: 'stopped', reason: 'journal' })
    const onDisk = (await readJournal(file)).events.length
    expect(known.length).toBeGreaterThan(onDisk + 1)

    const confirmed = unsent()
    expect(await runs.resume(session, runId, confirmed)).toMatchObject({ failure: { kind: 'file' } })
    expect(runs.events()).toEqual(known)
    hasRoom()
    expect(await runs.resume(session, runId, confirmed)).toMatchObject({ ok: true })
    await clock.run(runs.idle())
    const { events } = await readJournal(file)
    expect(events.slice(0, known.length)).toEqual(known)
    expect(events).toEqual(runs.events())
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
  })

  describe('once the disk was full', () => {
    const statusesOf = (events: readonly RunEvent[]) => replay(events)?.phones.map(({ status }) => status)

    async function knownBesides() {
      const other = await started()
      await clock.run(runs.idle())
      const { runId, hasRoom } = await fullOnceSubmitting()
      const file = journalFile(directory, runId)
      hasRoom()
      const known = runs.events()
      const { events } = await readJournal(file)
      expect(statusesOf(known)).not.toEqual(statusesOf(events))
      return { runId, other, file, known }
    }
    const exported = async (runId: string) => {
      const standing = await standingOf(runs, createRunRepository(directory))(runId)
      return standing.ok ? standing.value.phones.map(({ status }) => status) : standing
    }

    test('exports all that is known, not only what could be written', async () => {
      const { runId, known } = await knownBesides()
      expect(await exported(runId)).toEqual(statusesOf(known))
    })

    test('loses nothing that is known by having the run, or another one, opened', async () => {
      const { runId, other, file, known } = await knownBesides()
      for (const opened of [runId, other, runId]) expect(await runs.open(opened)).toMatchObject({ ok: true })
      expect(runs.events()).toEqual(known)
      await runs.open(other)
      expect(await exported(runId)).toEqual(statusesOf(known))

      await runs.open(runId)
      expect(await runs.resume(session, runId, unsent())).toMatchObject({ ok: true })
      await clock.run(runs.idle())
      const { events } = await readJournal(file)
      expect(events.slice(0, known.length)).toEqual(known)
      expect(events).toEqual(runs.events())
    })
  })

  test('goes on with what was confirmed on the screen, although a refusal could not be written to a full disk', async () => {
    const gateway = scriptedGateway(clock)
    const { createBatch } = gateway
    let calls = 0
    gateway.createBatch = async (...call) =>
      // The last one: the other two are at the service by then.
      ++calls === plan.batches.length
        ? fail({ kind: 'region-full', why: { code: 'written', sentence: 'Three batches are running.' } })
        : createBatch(...call)
    const busy = { ...session, gateway }
    const begun = await runs.start(busy, plan, names)
    const runId = begun.ok ? begun.value : ''
    const prototype = await prototypeOfHandles()
    const { appendFile } = prototype
    const full = vi.spyOn(prototype, 'appendFile').mockImplementation(function (this: FileHandle, line) {
      if (String(line).includes('BatchRefused')) throw new Error('ENOSPC')
      return appendFile.call(this, line)
    })
    await clock.run(runs.idle())
    full.mockRestore()
    expect(stillToSubmit(runs.state() ?? { batches: [] })).toEqual({ phones: 4, batches: 1 })
    expect(await runs.resume(busy, runId, unsent())).toMatchObject({
      ok: true,
    })
    await clock.run(runs.idle())
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
    expect(gateway.taken).toHaveLength(3)
  })

  test('is not taken up where somebody writes to it at that moment, and says so', async () => {
    const runId = await submitted()
    runs.stopWatching('closing')
    await clock.run(runs.idle())
    const file = journalFile(directory, runId)
    const { events } = await readJournal(file)
    const line = { seq: events.length + 1, at: '2026-03-02T09:01:00.000Z', type: 'WatchResumed' }
    const prototype = await prototypeOfHandles()
    const { appendFile } = prototype
    const meanwhile = vi.spyOn(prototype, 'appendFile').mockImplementationOnce(async function (
      this: FileHandle,
      written,
    ) {
      await writeFile(file, `${JSON.stringify(line)}\n`, { flag: 'a' })
      return appendFile.call(this, written)
    })
    const gateway = scriptedGateway(clock)
    expect(await newRuns().resume({ ...session, gateway }, runId, nothingSent)).toMatchObject({
      failure: { kind: 'run-under-way', ...text.run.takenMeanwhile },
    })
    meanwhile.mockRestore()
    expect((await readJournal(file)).events).toEqual([...events, line])
    const later = newRuns()
    expect(await later.resume(session, runId, nothingSent)).toMatchObject({ ok: true })
    await clock.run(later.idle())
  })

  describe('whose journal is no longer its own', () => {
    const big = planRun(phoneListOf(400, 'EMEA'))
    const intruded = async (intrude: (file: string) => Promise<void>) => {
      const gateway = scriptedGateway(clock)
      const begun = await runs.start({ ...session, gateway }, big, names)
      const file = journalFile(directory, begun.ok ? begun.value : '')
      await expect.poll(() => runs.events()).toHaveLength(7)
      await intrude(file)
      await clock.run(runs.idle())
      return { gateway, file }
    }

    test.each([
      ['deleted', (file: string) => rm(file)],
      ['moved away', (file: string) => rename(file, `${file}.moved`)],
      ['put back as it was before', (file: string) => truncate(file, 0)],
      ['without its lock, which somebody has deleted', (file: string) => rm(`${file}.lock`)],
      [
        'replaced',
        async (file: string) => {
          // Windows lets an open file be renamed, but nothing be put in its place.
          await rename(file, `${file}.before`)
          await copyFile(`${file}.before`, file)
        },
      ],
    ])('submits nothing more once it is %s, and keeps what is known on the screen', async (_, intrude) => {
      const { gateway } = await intruded(intrude)
      expect(gateway.taken).toHaveLength(3)
      expect(runs.state()?.watching).toEqual({ kind: 'stopped', reason: 'journal' })
      expect(runs.state()?.batches.filter(({ stage }) => stage === 'open')).toHaveLength(3)
    })

    test('leaves the run to another computer that was told to take it, with its lock', async () => {
      const theirs = '4711 another-computer up 5'
      const line = { seq: 8, at: '2026-03-02T09:01:00.000Z', type: 'WatchStopped', reason: 'ended' }
      const { gateway, file } = await intruded(async (journal) => {
        await writeFile(`${journal}.lock`, theirs)
        await writeFile(journal, `${JSON.stringify(line)}\n`, { flag: 'a' })
      })
      expect(gateway.taken).toHaveLength(3)
      expect(runs.state()?.watching).toEqual({ kind: 'stopped', reason: 'journal' })
      expect(await readFile(`${file}.lock`, 'utf8')).toBe(theirs)
      const { events, unsound } = await readJournal(file)
      expect(events.at(-1)).toEqual(line)
      expect(unsound).toBeUndefined()
    })
  })

  test('has ended, and lets another be started, although its journal cannot be closed, as on a share that is gone', async () => {
    await started()
    const prototype = await prototypeOfHandles()
    const { appendFile } = prototype
    const gone = vi.spyOn(prototype, 'appendFile').mockImplementation(function (this: FileHandle, line) {
      const { close } = this
      this.close = () => close().then(() => Promise.reject(new Error('EIO')))
      return appendFile.call(this, line)
    })
    await clock.run(runs.idle())
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
    gone.mockRestore()
    await started()
    await clock.run(runs.idle())
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
  })

  test('shows a run of whatever tenant without watching it, and no more once it is left', async () => {
    const runId = await started()
    await clock.run(runs.idle())
    const later = newRuns()
    const heard: RunEvent[] = []
    later.subscribe((event) => heard.push(event))
    expect(await later.open(runId)).toMatchObject({ ok: true })
    expect(heard).toEqual(runs.events())
    expect(later.state()).toEqual(runs.state())
    expect(await later.resume(session, runId, nothingSent)).toMatchObject({ failure: { kind: 'no-run' } })
    later.leave('another')
    expect(later.state()).toBeDefined()
    later.leave(runId)
    expect(later.state()).toBeUndefined()
    expect(later.events()).toEqual([])
  })

  test('shows no other run while one is watched, here or elsewhere', async () => {
    const runId = await started()
    expect(await runs.open(runId)).toMatchObject({ failure: { kind: 'run-under-way' } })
    expect(await newRuns().open(runId)).toMatchObject({ failure: { kind: 'run-under-way' } })
    await clock.run(runs.idle())
  })

  test('does not touch the run of another tenant', async () => {
    const runId = await started()
    runs.stopWatching('closing')
    await clock.run(runs.idle())
    const elsewhere = { ...session, tenant: { ...tenant, id: 'another' } }
    expect(await newRuns().resume(elsewhere, runId, nothingSent)).toMatchObject({
      ok: false,
      failure: { kind: 'no-run', message: expect.stringContaining('Contoso') },
    })
  })

  test('does not touch a run that another process watches, and takes over from one that was killed', async () => {
    const runId = await submitted()
    runs.stopWatching('closing')
    await clock.run(runs.idle())
    const lock = `${journalFile(directory, runId)}.lock`
    await writeFile(lock, await lockLineOf(process.ppid))
    expect(await newRuns().resume(session, runId, nothingSent)).toMatchObject({
      failure: { kind: 'run-under-way' },
    })
    await writeFile(lock, await lockLineOf(nobody))
    const later = newRuns()
    expect(await later.resume(session, runId, nothingSent)).toMatchObject({ ok: true })
    await clock.run(later.idle())
    await expect(access(lock)).rejects.toThrow('ENOENT')
  })

  test('says of a run that another computer holds which one, since when, and what to do if it is gone', async () => {
    const runId = await submitted()
    runs.stopWatching('closing')
    await clock.run(runs.idle())
    const lock = `${journalFile(directory, runId)}.lock`
    await writeFile(lock, '7 former-name up 60')
    const held = {
      kind: 'run-under-way',
      message: expect.stringMatching(/former-name since \d+ .* \d{4}/),
      remedy: expect.stringContaining(`delete the file ${lock}`),
    }
    const later = newRuns()
    expect(await later.resume(session, runId, nothingSent)).toMatchObject({ failure: held })
    expect(await createRunRepository(directory).remove(runId, async () => {})).toMatchObject({
      failure: held,
    })
    await rm(lock)
    expect(await later.resume(session, runId, nothingSent)).toMatchObject({ ok: true })
    await clock.run(later.idle())
  })

  test('takes no path for the name of a run', async () => {
    for (const name of ['../../secret', '', '20260302-090000-abcdef/..', 'C:\\x'])
      expect(await runs.resume(session, name, nothingSent)).toMatchObject({ failure: { kind: 'no-run' } })
  })

  test('does not continue a journal of a later version', async () => {
    const runId = await started()
    runs.stopWatching('closing')
    await clock.run(runs.idle())
    await writeFile(journalFile(directory, runId), '{"seq":99,"type":"PhonesDanced"}\n', { flag: 'a' })
    expect(await newRuns().resume(session, runId, nothingSent)).toMatchObject({
      failure: { message: expect.stringContaining("can't be continued") },
    })
  })

  test('does not continue a journal that has lost a line, which may have been a submission, and says what to do', async () => {
    const runId = await submitted()
    runs.stopWatching('closing')
    await clock.run(runs.idle())
    const file = journalFile(directory, runId)
    const [first, second = '', ...rest] = (await readFile(file, 'utf8')).split('\n')
    expect(JSON.parse(second)).toMatchObject({ type: 'BatchSubmitting' })
    await writeFile(file, [first, second.replaceAll('"', '?'), ...rest].join('\n'))
    const gateway = scriptedGateway(clock)
    const later = newRuns()
    expect(
      await later.resume({ ...session, gateway }, runId, submitting(12, plan.batches.length)),
    ).toMatchObject({
      failure: {
        message: expect.stringContaining('line 2'),
        remedy: expect.stringMatching(/Export .*only .*failed.*batch history/),
      },
    })
    expect(gateway.creates()).toBe(0)
    const { runs: onDisk } = await listed(createRunRepository(directory))
    expect(onDisk[0]?.trouble).toMatch(/line 2 .*Export .*only .*failed.*batch history/)
    expect(await later.open(runId)).toMatchObject({ ok: true })
  })

  test('starts none of whose phones another run has some, and says which', async () => {
    const first = await started()
    runs.stopWatching('operator')
    await clock.run(runs.idle())
    expect(stillToSubmit(runs.state() ?? { batches: [] }).phones).toBe(12)
    const gateway = scriptedGateway(clock)
    for (const wanted of [plan, planRun(phoneListOf(20))])
      expect(await newRuns().start({ ...session, gateway }, wanted, names)).toMatchObject({
        failure: { kind: 'not-confirmed', message: expect.stringContaining(`${first} has taken 12 phones`) },
      })
    expect(gateway.creates()).toBe(0)
    expect((await listed(createRunRepository(directory))).runs).toHaveLength(1)

    const elsewhere = { ...tenant, id: '99999999-2222-4333-8444-555555555555' }
    const others = newRuns()
    expect(await others.start({ ...session, tenant: elsewhere }, plan, names)).toMatchObject({ ok: true })
    await clock.run(others.idle())
  })

  test('gives up what a stopped run has yet to submit, and shows that', async () => {
    const runId = await started()
    runs.stopWatching('operator')
    await clock.run(runs.idle())
    const heard: RunEvent['type'][] = []
    runs.subscribe(({ type }) => heard.push(type))
    expect(await runs.discardQueued(runId)).toEqual(succeed(12))
    expect(heard.slice(-4)).toEqual([...plan.batches.map(() => 'BatchDiscarded'), 'RunFinished'])
    expect(runs.state()?.phones.map(({ status }) => status)).toEqual(plan.phones.map(() => 'not sent'))
    expect((await readJournal(journalFile(directory, runId))).events).toEqual(runs.events())
    expect(await runs.discardQueued(runId)).toMatchObject({ failure: { kind: 'no-run' } })

    expect(await runs.start(session, plan, names)).toMatchObject({ ok: true })
    await clock.run(runs.idle())
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
  })

  test('gives up nothing of a run that is watched, here or elsewhere', async () => {
    const runId = await started()
    expect(await runs.discardQueued(runId)).toMatchObject({ failure: { kind: 'run-under-way' } })
    runs.stopWatching('operator')
    await clock.run(runs.idle())
    const lock = `${journalFile(directory, runId)}.lock`
    await writeFile(lock, await lockLineOf(process.ppid))
    expect(await newRuns().discardQueued(runId)).toMatchObject({ failure: { kind: 'run-under-way' } })
    await rm(lock)
  })

  describe('an unconfirmed submission', () => {
    const lost: GatewayFailure = {
      kind: 'unreachable',
      sent: 'maybe',
      why: { code: 'written', sentence: 'No answer came.' },
    }
    const again: Decision = { kind: 'submit-again' }
    const adopted: Decision = { kind: 'adopt', batchId: 'batch-1' }
    const noTrace = async () => ({ ok: true, value: [] }) as const
    const decided = (decision: Decision, batch = 0) => [{ batch, decision }]

    async function unconfirmed(failure: GatewayFailure & { readonly taken?: true }) {
      const gateway = scriptedGateway(clock)
      gateway.failCreates(failure)
      const withUnconfirmed = { ...session, gateway }
      const { batchSummaries } = gateway
      gateway.batchSummaries = noTrace
      await runs.start(withUnconfirmed, planRun(phoneListOf(4, 'EMEA')), names)
      await clock.run(runs.idle())
      gateway.batchSummaries = batchSummaries
      expect(runs.state()?.watching).toEqual({ kind: 'stopped', reason: 'undecided' })
      return { gateway, withUnconfirmed }
    }
    const finish = async () => {
      await clock.run(runs.idle())
      return runs.state()?.phones.map(({ status }) => status)
    }

    test('is shown with what the service lists, and watched once the operator says which one it is', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed({ ...lost, taken: true })
      expect(await runs.evidence(withUnconfirmed, 0)).toMatchObject({
        value: [{ batchId: 'batch-1', size: 4, matching: 4, isExact: true }],
      })
      expect(await runs.decide(withUnconfirmed, decided(adopted), nothingSent)).toMatchObject({ ok: true })
      expect(await finish()).toEqual(Array(4).fill('signed in'))
      expect(gateway.creates()).toBe(1)
    })

    test('is shown with who asked for it, as far as that is known', async () => {
      const idOf = (digit: string) => `3f2b1a00-5c4d-4e6f-8a7b-9c0d1e2f3a4${digit}`
      const [me, colleague, stranger] = [idOf('a'), idOf('b'), idOf('c')]
      const asMe = { ...session, operator: { ...operator, objectId: me } }
      const asColleague = { ...session, operator: { username: 'b@contoso.com', objectId: colleague } }
      const gateway = scriptedGateway(clock)
      gateway.failCreates({ ...lost, taken: true })
      const { batchSummaries } = gateway
      gateway.batchSummaries = noTrace
      await runs.start({ ...asMe, gateway }, planRun(phoneListOf(4, 'EMEA')), names)
      await clock.run(runs.idle())

      async function requestedBy(userId: string | undefined, as: Session) {
        const summaries = await batchSummaries()
        gateway.batchSummaries = async () =>
          summaries.ok ? succeed(summaries.value.map((summary) => ({ ...summary, userId }))) : summaries
        const evidence = await runs.evidence({ ...as, gateway }, 0)
        return evidence.ok ? evidence.value.map((one) => [one.userId, one.requestedBy]) : evidence
      }
      expect(await requestedBy(me.toUpperCase(), asMe)).toEqual([[me.toUpperCase(), 'you']])
      expect(await requestedBy(stranger, asMe)).toEqual([[stranger, 'somebody-else']])
      // Neither a name nor a number says that it is somebody else.
      expect(await requestedBy('a.name', asMe)).toEqual([['a.name', undefined]])
      expect(await requestedBy(operator.username, asMe)).toEqual([[operator.username, 'you']])
      expect(await requestedBy(stranger, session)).toEqual([[stranger, undefined]])
      expect(await requestedBy(undefined, asMe)).toEqual([[undefined, undefined]])

      // From the journal, by somebody else.
      const runId = runs.state()?.runId ?? ''
      runs = newRuns()
      await runs.open(runId)
      expect(await requestedBy(me, asColleague)).toEqual([[me, 'run-operator']])
      expect(await requestedBy(colleague, asColleague)).toEqual([[colleague, 'you']])
    })

    test('is submitted again only when the operator says so', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed(lost)
      expect(await runs.evidence(withUnconfirmed, 0)).toMatchObject({ value: [] })
      expect(await runs.decide(withUnconfirmed, decided(again), submitting(4, 1))).toMatchObject({ ok: true })
      expect(await finish()).toEqual(Array(4).fill('signed in'))
      expect(gateway.creates()).toBe(2)
    })

    test('can be left unknown, and the run ends', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed(lost)
      expect(await runs.decide(withUnconfirmed, decided({ kind: 'leave' }), nothingSent)).toMatchObject({
        ok: true,
      })
      expect(await finish()).toEqual(Array(4).fill('unknown'))
      expect(runs.state()?.watching).toEqual({ kind: 'finished' })
      expect(gateway.creates()).toBe(1)
      expect(await runs.decide(withUnconfirmed, decided({ kind: 'leave' }), nothingSent)).toMatchObject({
        failure: { kind: 'no-run' },
      })
    })

    test('is not submitted again for other phones than were confirmed, however many', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed(lost)
      await runs.evidence(withUnconfirmed, 0)
      const others = { ...submitting(4, 1), phones: planRun(phoneListOf(8)).phones.slice(4) }
      for (const confirmed of [
        nothingSent,
        submitting(5, 1),
        others,
        { ...submitting(4, 1), tenantId: 'other' },
      ])
        expect(await runs.decide(withUnconfirmed, decided(again), confirmed)).toMatchObject({
          failure: { kind: 'not-confirmed' },
        })
      expect(gateway.creates()).toBe(1)
    })

    test('is not decided about unseen', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed({ ...lost, taken: true })
      for (const decision of [again, adopted])
        expect(await runs.decide(withUnconfirmed, decided(decision), submitting(4, 1))).toMatchObject({
          failure: text.run.historyChanged,
        })
      expect(gateway.creates()).toBe(1)
    })

    test('is not watched as a batch that the service does not list for it', async () => {
      const { withUnconfirmed } = await unconfirmed({ ...lost, taken: true })
      await runs.evidence(withUnconfirmed, 0)
      const stranger: Decision = { kind: 'adopt', batchId: 'batch-of-somebody' }
      expect(await runs.decide(withUnconfirmed, decided(stranger), nothingSent)).toMatchObject({
        failure: text.run.historyChanged,
      })
    })

    test('is not watched as the batch in the history that another one is to be', async () => {
      const gateway = scriptedGateway(clock)
      gateway.failCreates({ ...lost, taken: true }, lost)
      const { batchSummaries } = gateway
      gateway.batchSummaries = noTrace
      const withUnconfirmed = { ...session, gateway }
      await runs.start(withUnconfirmed, planRun(phoneListOf(200, 'EMEA')), names)
      await clock.run(runs.idle())
      gateway.batchSummaries = batchSummaries
      for (const batch of [0, 1])
        expect(await runs.evidence(withUnconfirmed, batch)).toMatchObject({ value: [{ batchId: 'batch-1' }] })
      const both = [...decided(adopted, 0), ...decided(adopted, 1)]
      expect(await runs.decide(withUnconfirmed, both, nothingSent)).toMatchObject({
        failure: text.run.oneForTwo,
      })
      expect(runs.state()?.batches.map(({ stage }) => stage)).toEqual(['unknown', 'unknown'])
    })

    test('is not submitted again when the service lists by now what it did not before, until that was seen', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed({ ...lost, taken: true })
      const { batchSummaries } = gateway
      gateway.batchSummaries = noTrace
      expect(await runs.evidence(withUnconfirmed, 0)).toMatchObject({ value: [] })
      gateway.batchSummaries = batchSummaries
      expect(await runs.decide(withUnconfirmed, decided(again), submitting(4, 1))).toMatchObject({
        failure: text.run.historyChanged,
      })
      expect(gateway.creates()).toBe(1)

      await runs.evidence(withUnconfirmed, 0)
      expect(await runs.decide(withUnconfirmed, decided(again), submitting(4, 1))).toMatchObject({ ok: true })
      await finish()
      expect(gateway.creates()).toBe(2)
    })

    test.each([
      ['could not tell its phones', 'not-found'],
      ['told only some of its phones', 'some'],
    ] as const)(
      'is not submitted again when the service %s, and by now tells them, until that was seen',
      async (_, before) => {
        const { withUnconfirmed, gateway } = await unconfirmed({ ...lost, taken: true })
        const { batchStatus } = gateway
        gateway.batchStatus = async (batchId) => {
          const report = await batchStatus(batchId)
          if (before === 'not-found')
            return fail({ kind: 'not-found', why: { code: 'written', sentence: 'No such batch.' } })
          return report.ok ? succeed({ ...report.value, items: report.value.items.slice(0, 1) }) : report
        }
        expect(await runs.evidence(withUnconfirmed, 0)).toMatchObject({
          value: [{ batchId: 'batch-1', isExact: false }],
        })
        gateway.batchStatus = batchStatus
        expect(await runs.decide(withUnconfirmed, decided(again), submitting(4, 1))).toMatchObject({
          failure: text.run.historyChanged,
        })
        expect(gateway.creates()).toBe(1)

        expect(await runs.evidence(withUnconfirmed, 0)).toMatchObject({ value: [{ isExact: true }] })
        expect(await runs.decide(withUnconfirmed, decided(adopted), nothingSent)).toMatchObject({ ok: true })
        expect(await finish()).toEqual(Array(4).fill('signed in'))
      },
    )

    test('is not watched as a batch that was shown without its phones, once it shows other ones', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed({ ...lost, taken: true })
      const { batchStatus } = gateway
      gateway.batchStatus = async () =>
        fail({ kind: 'not-found', why: { code: 'written', sentence: 'No such batch.' } })
      await runs.evidence(withUnconfirmed, 0)
      gateway.batchStatus = async (batchId) => {
        const report = await batchStatus(batchId)
        const others = phoneListOf(8, 'EMEA').rows.slice(4)
        const items = others.map(({ username, hardwareId }) => ({
          ...{ userName: username, hardwareId, status: 'success', error: undefined },
        }))
        return report.ok ? succeed({ ...report.value, items }) : report
      }
      expect(await runs.decide(withUnconfirmed, decided(adopted), nothingSent)).toMatchObject({
        failure: text.run.historyChanged,
      })
      expect(runs.state()?.batches[0]?.stage).toBe('unknown')
    })

    test('is not submitted again once somebody stops while the batch history is looked at', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed(lost)
      await runs.evidence(withUnconfirmed, 0)
      const looking = Promise.withResolvers<void>()
      const answer = Promise.withResolvers<void>()
      gateway.batchSummaries = () => {
        looking.resolve()
        return answer.promise.then(noTrace)
      }
      const deciding = runs.decide(withUnconfirmed, decided(again), submitting(4, 1))
      await looking.promise
      expect(runs.isBusy()).toBe(true)
      runs.stopWatching('operator')
      let isIdle = false
      const idle = runs.idle().then(() => {
        isIdle = true
      })
      await new Promise(setImmediate)
      expect(isIdle).toBe(false)
      answer.resolve()
      expect(await deciding).toMatchObject({ failure: text.run.stoppedBeforeDecision })
      await idle
      expect(gateway.creates()).toBe(1)
      expect(runs.state()?.batches[0]?.stage).toBe('unknown')
    })

    test('is not submitted again while the batch history cannot be read', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed(lost)
      await runs.evidence(withUnconfirmed, 0)
      gateway.batchSummaries = async () =>
        fail({ kind: 'unavailable', status: 503, why: { code: 'written', sentence: 'Out of order.' } })
      expect(await runs.decide(withUnconfirmed, decided(again), submitting(4, 1))).toMatchObject({
        failure: { message: expect.stringContaining('Out of order.') },
      })
      expect(gateway.creates()).toBe(1)
    })

    test('is not taken for a batch in the history while the runs that may have made that one cannot be read', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed({ ...lost, taken: true })
      const runId = runs.state()?.runId ?? ''
      const trouble = { code: 'folder-unread', folder: directory, reason: 'The share is gone.' } as const
      const unread = async () => fail(trouble)
      const blind = createRuns({
        ...{ repository: { ...createRunRepository(directory), batchesOfOthers: unread } },
        ...{ appVersion: '0.1.0', random: () => 0.5 },
      })
      expect(await blind.resume(withUnconfirmed, runId, nothingSent)).toMatchObject({ ok: true })
      await clock.run(blind.idle())
      expect(blind.state()?.watching).toEqual({ kind: 'stopped', reason: 'undecided' })
      expect(blind.state()?.batches[0]).toMatchObject({ stage: 'unknown' })
      expect(await blind.evidence(withUnconfirmed, 0)).toMatchObject({
        failure: { kind: 'file', message: expect.stringContaining('The share is gone.') },
      })
      expect(gateway.creates()).toBe(1)
    })

    test('is not decided about by who has not seen that somebody else did, and is shown as it stands then', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed({ ...lost, taken: true })
      const [first, second] = [newRuns(), newRuns()]
      const runId = runs.state()?.runId ?? ''
      await first.open(runId)
      await second.open(runId)
      await first.evidence(withUnconfirmed, 0)
      await second.evidence(withUnconfirmed, 0)
      await first.decide(withUnconfirmed, decided(adopted), nothingSent)
      first.stopWatching('operator')
      await clock.run(first.idle())

      expect(await second.decide(withUnconfirmed, decided(again), submitting(4, 1))).toMatchObject({
        failure: text.run.decidedElsewhere,
      })
      expect(gateway.creates()).toBe(1)
      expect((await readJournal(journalFile(directory, runId))).events).toEqual(first.events())
      expect(second.state()).toEqual(first.state())
    })

    test('that somebody else has submit again is not submitted by who only wanted to watch', async () => {
      const { withUnconfirmed, gateway } = await unconfirmed(lost)
      const [first, second] = [newRuns(), newRuns()]
      const runId = runs.state()?.runId ?? ''
      await first.open(runId)
      await second.open(runId)
      await first.evidence(withUnconfirmed, 0)
      gateway.failCreates({
        kind: 'throttled',
        why: { code: 'written', sentence: 'Too many.' },
        retryAfterMs: 60_000,
      })
      await first.decide(withUnconfirmed, decided(again), submitting(4, 1))
      first.stopWatching('operator')
      await clock.run(first.idle())
      const creates = gateway.creates()

      expect(await second.resume(withUnconfirmed, runId, nothingSent)).toMatchObject({
        failure: { kind: 'not-confirmed' },
      })
      expect(gateway.creates()).toBe(creates)
      expect(second.state()).toEqual(first.state())
      expect(await second.resume(withUnconfirmed, runId, submitting(4, 1))).toMatchObject({ ok: true })
      await clock.run(second.idle())
    })
  })

  test('ends a subscription when told to', async () => {
    const heard: RunEvent[] = []
    const unsubscribe = runs.subscribe((event) => heard.push(event))
    unsubscribe()
    await started()
    await clock.run(runs.idle())
    expect(heard).toEqual([])
  })
})
