import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { continueJournal, createJournal, readJournal } from '../../../src/main/run/journal.ts'
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
    failure: { kind: 'throttled', retryAfterMs: 5, message: 'Slow down.' },
  },
)

describe('the journal', () => {
  let directory: string
  let file: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'journal-'))
    file = join(directory, '20260302-090000-abcdef.jsonl')
  })
  afterEach(() => rm(directory, { recursive: true }))

  async function write(): Promise<void> {
    const journal = await createJournal(file)
    for (const event of events) await journal.append(event)
    await journal.close()
  }

  test('gives back the events it was given', async () => {
    await write()
    expect(await readJournal(file)).toMatchObject({ events })
  })

  test('refuses to write over a journal that is there', async () => {
    await write()
    await expect(createJournal(file)).rejects.toThrow('EEXIST')
  })

  test('cuts a torn line off before it goes on', async () => {
    await write()
    await writeFile(file, '{"seq":6,"at":"2026-0', { flag: 'a' })
    const content = await readJournal(file)
    expect(content.unsound?.kind).toBe('torn')
    const journal = await continueJournal(file, content)
    const next = { seq: 6, at: '2026-03-02T09:00:09.000Z', type: 'RunFinished' } as const
    await journal.append(next)
    await journal.close()
    expect(await readJournal(file)).toMatchObject({ events: [...events, next] })
    expect(await readFile(`${file}.aside`, 'utf8')).toBe('{"seq":6,"at":"2026-0')
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
    expect(unsound).toMatchObject({ kind: 'foreign', message: expect.stringContaining('line 2') })
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
    expect(unsound).toMatchObject({ kind: 'damaged', message: expect.stringContaining('line 2') })
  })
})
