import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readJournal } from '../../../src/core/run/journal.ts'
import { createJournal, JournalTaken, openJournal } from '../../../src/core/run/journal-writer.ts'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import { journalWriter } from '../../support/journal-writer.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { eventsOf, startedWith } from '../../support/run-samples.ts'

const events = eventsOf(
  startedWith(3),
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b-1 \u2028 "quoted"\n' },
  {
    type: 'PhonesReported',
    batch: 0,
    phones: [{ phone: 1, status: 'failed', said: 'failed', error: 'Device is offline.' }],
  },
  {
    type: 'WatchInterrupted',
    batch: 0,
    failure: { kind: 'throttled', retryAfterMs: 5, why: { code: 'written', sentence: 'Slow down.' } },
  },
)

describe('the journal', () => {
  let directory: string
  let file: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'journal-'))
    file = join(directory, '20260302-090000-abcdef.jsonl')
  })
  afterEach(() => removeFolder(directory))

  async function write(): Promise<void> {
    const journal = await createJournal(file, journalWriter('a'))
    for (const event of events) await journal.append(event)
    await journal.close()
  }

  test('gives back the events it was given', async () => {
    await write()
    expect(await readJournal(file)).toMatchObject({ events })
  })

  test('refuses to write over a journal that is there', async () => {
    await write()
    await expect(createJournal(file, journalWriter('a'))).rejects.toThrow('EEXIST')
  })

  const next = { seq: 6, at: '2026-03-02T09:00:09.000Z', type: 'RunFinished' } as const
  const half = '{"seq":6,"at":"2026-0'
  /** Goes on with the journal, as the process that is called so. */
  async function goOn(name: string, ...more: readonly RunEvent[]): Promise<void> {
    const opened = await openJournal(file)
    const journal = opened.continueAs(journalWriter(name))
    for (const event of more) await journal.append(event)
    await journal.close()
  }

  test.each([
    ['half a line', half],
    ['NUL bytes', '\0'.repeat(4096)],
    ['NUL bytes, then the rest of a line', `${'\0'.repeat(100)}"signed in"}]}\n`],
    ['half a line, then half of the one that was to pass over it', `${half}\0{"seq":6,"at"`],
    ['NUL bytes, the rest of a line, then half of the one that was to pass over it', '\0\0in"}]}\n\0{"seq"'],
  ])('goes on behind %s, and cuts nothing off', async (_, torn) => {
    await write()
    await writeFile(file, torn, { flag: 'a' })
    const before = await readFile(file)
    expect((await readJournal(file)).unsound?.kind).toBe('torn')
    const resumed = { seq: 6, at: '2026-03-02T09:00:08.000Z', type: 'WatchResumed' } as const
    await goOn('b', resumed)
    await goOn('c', { ...next, seq: 7 })
    expect(await readJournal(file)).toEqual({
      events: [...events, resumed, { ...next, seq: 7 }],
      soundBytes: (await readFile(file)).length,
    })
    expect((await readFile(file)).subarray(0, before.length)).toEqual(before)
  })

  test('passes over only what a line says that it follows', async () => {
    await write()
    const lie = { ...next, writer: 'x', after: 1 }
    await writeFile(file, `${half}\0${JSON.stringify(lie)}\n`, { flag: 'a' })
    expect(await readJournal(file)).toMatchObject({ events, unsound: { kind: 'damaged' } })
  })

  test('passes over the line of a process that wrote when another one had the run', async () => {
    await write()
    await goOn('b', next)
    const late = { seq: 6, at: '2026-03-02T09:00:10.000Z', type: 'BatchSubmitting', batch: 0, attempt: 2 }
    await writeFile(file, `${JSON.stringify({ ...late, writer: 'a' })}\n`, { flag: 'a' })
    expect(await readJournal(file)).toEqual({
      events: [...events, next],
      soundBytes: (await readFile(file)).length,
    })
    // Versions that did not sign their lines may have acted on them.
    await writeFile(file, `${JSON.stringify(late)}\n`, { flag: 'a' })
    expect(await readJournal(file)).toMatchObject({ unsound: { kind: 'damaged' } })
  })

  describe('of a run that two processes take for theirs', () => {
    test('keeps what one of them wrote after the other had read it, whole and where it was', async () => {
      await write()
      await writeFile(file, half, { flag: 'a' })
      const opened = await openJournal(file)
      await goOn('b', next)
      const theirs = await readFile(file)
      const late = opened.continueAs(journalWriter('c'))
      await expect(late.append(next)).rejects.toThrow(JournalTaken)
      await late.close()
      expect(await readFile(file)).toEqual(theirs)
    })

    test('lets only the first one act that wrote, and stays to be gone on with', async () => {
      await write()
      const [first, second] = [await openJournal(file), await openJournal(file)]
      const journals = [first.continueAs(journalWriter('b')), second.continueAs(journalWriter('c'))]
      // Both have looked before either writes.
      const told = await Promise.allSettled(journals.map((journal) => journal.append(next)))
      expect(told.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2)
      for (const journal of journals) await journal.close()
      expect(await readJournal(file)).toMatchObject({ events: [...events, next] })
      await goOn('d', { ...next, seq: 7 })
      expect((await readJournal(file)).unsound).toBeUndefined()
    })

    test('is not written to by one that has lost the lock', async () => {
      await write()
      const opened = await openJournal(file)
      let isOurs = true
      const journal = opened.continueAs({ token: 'b', isOurs: async () => isOurs })
      await journal.append(next)
      const before = await readFile(file)
      isOurs = false
      await expect(journal.append({ ...next, seq: 7 })).rejects.toThrow('lock')
      await journal.close()
      expect(await readFile(file)).toEqual(before)
    })
  })

  test('whatever is cut off its end, what is left reads as a beginning of the events', async () => {
    await write()
    const whole = await readFile(file)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        await writeFile(file, whole.subarray(0, length))
        const read = await readJournal(file)
        expect(read.events).toEqual(events.slice(0, read.events.length))
        expect(read.unsound === undefined).toBe(read.soundBytes === length)
      }),
      { numRuns: 100 },
    )
  })

  test('takes NUL bytes at the end for what a power cut leaves', async () => {
    await write()
    await writeFile(file, Buffer.alloc(4096), { flag: 'a' })
    expect(await readJournal(file)).toMatchObject({ events, unsound: { kind: 'torn' } })
    // A line across two blocks of the disk, of which only the second was written.
    await writeFile(file, '"signed in"}]}\n', { flag: 'a' })
    expect(await readJournal(file)).toMatchObject({ events, unsound: { kind: 'torn' } })
  })

  test('stops at an event of a later version, and calls what follows foreign', async () => {
    const [first, second] = events.map((event) => JSON.stringify(event))
    const later = JSON.stringify({ seq: 2, at: '2026-03-02T09:00:09.000Z', type: 'PhonesDanced' })
    await writeFile(file, `${first}\n${later}\n${second}\n`)
    const { events: read, unsound } = await readJournal(file)
    expect(read).toHaveLength(1)
    expect(unsound).toMatchObject({ kind: 'foreign', why: { code: 'foreign', line: 2 } })
  })

  test.each<[string, (first: string, second: string, third: string) => string]>([
    ['a line is damaged and sound ones follow', (one, two, three) => `${one}\n${two.slice(9)}\n${three}\n`],
    ['a line is missing', (one, _, three) => `${one}\n${three}\n`],
    ['the last lines are damaged', (one) => `${one}\n"seq":2,\n"seq":3,\n`],
    ['the last line is damaged and was written to its end', (one) => `${one}\n"seq":2,\n`],
    ['a damaged line was written to its end before half a line', (one) => `${one}\n"seq":2,\n{"seq":3`],
  ])('is damaged where %s: what was lost may have been acted on', async (_, damage) => {
    const [first = '', second = '', third = ''] = events.map((event) => JSON.stringify(event))
    await writeFile(file, damage(first, second, third))
    const { events: read, unsound } = await readJournal(file)
    expect(read).toHaveLength(1)
    expect(unsound).toMatchObject({ kind: 'damaged', why: { code: 'damaged', line: 2 } })
  })
})
