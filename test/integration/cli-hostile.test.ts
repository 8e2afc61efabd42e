import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attackStrings } from '../hostile/support/attack-strings.ts'
import { commandHere } from '../support/command-here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { runCli } from '../support/run-cli.ts'
import { eventsOf, startedWith } from '../support/run-samples.ts'

let directory: string
let list: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-hostile-'))
  list = join(directory, 'attacks.csv')
  const rows = attackStrings.filter((attack) => !attack.includes('\0')).map((attack) => [attack, attack])
  await writeFile(list, Papa.unparse([['Username', 'HardwareId'], ...rows]))
})
afterAll(() => removeFolder(directory))

/** What a terminal would obey, the ends of lines aside. */
const obeyed = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u

test.each([[[]], [['--json']]])(
  'a list of attacks is checked without a word that the terminal obeys %j',
  async (more) => {
    const { code, out, errors } = await runCli('check', list, ...more)

    expect(code).toBe(2)
    // Without JSON, issues of one kind are one line.
    expect(out.split('\n').length).toBeGreaterThan(more.length === 0 ? 5 : attackStrings.length)
    expect(out).not.toMatch(obeyed)
    expect(errors).toBe('')
  },
)

test.each([[[]], [['--json']]])(
  'runs with hostile names and journals are listed without one, too %j',
  async (more) => {
    const runs = join(directory, 'data/runs')
    await mkdir(runs, { recursive: true })
    const [started] = eventsOf(startedWith(1))
    let index = 0
    for (const attack of attackStrings) {
      const runId = `20260302-090000-${(index++).toString(16).padStart(6, '0')}`
      const event = {
        ...started,
        runId,
        listName: attack,
        tenant: { id: attack, name: attack, simulated: true },
      }
      await writeFile(join(runs, `${runId}.jsonl`), `${JSON.stringify(event)}\n`)
    }
    if (process.platform !== 'win32') await writeFile(join(runs, '\u001b[31mred.jsonl'), 'no journal')
    const { code, out, errors } = await runCli('runs', '--data-dir', join(directory, 'data'), ...more)

    expect(code).toBe(0)
    expect(out).toContain('20260302-090000-000001')
    expect(`${out}${errors}`).not.toMatch(obeyed)
  },
)

test('a run of another name than a run can have is not resumed, and named harmlessly', async () => {
  for (const run of ['../../attacks', '\u001b[31mred', '..']) {
    const { code, out, errors } = await commandHere(
      'resume',
      '--simulate',
      '--data-dir',
      directory,
      '--yes',
      run,
    )

    expect([4, 64]).toContain(code)
    expect(`${out}${errors}`).not.toMatch(obeyed)
  }
})
