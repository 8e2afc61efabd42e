import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { journalFile } from '../../src/core/run/run-files.ts'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { commandHere } from '../support/command-here.ts'
import { describeWith, here, testWith } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { resultRows } from '../support/result-rows.ts'
import { runCli, startCli, startCliIn, startCliWith } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'
import { serviceClock } from '../support/service-clock.ts'
import { accessTo } from '../support/terminal-access.ts'
import { workbookOf } from '../support/workbooks.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-'))
})
afterAll(() => removeFolder(directory))

const field = (name: string): string => join(import.meta.dirname, '../samples/field', name)

const eventsIn = (out: string): readonly RunEvent[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('check', () => {
  test.each(['blog-example', 'microsoft-example', 'ata-ports', 'phones-100', 'three-regions-1000'])(
    'finds no error in %s.csv',
    async (name) => {
      const { code, out } = await commandHere('check', sample(`${name}.csv`), '--json')
      expect(code).toBe(0)
      expect(
        JSON.parse(out).findings.filter((one: { severity: string }) => one.severity === 'error'),
      ).toEqual([])
    },
  )

  test('finds in messy.csv exactly the rows that deserve it, and exits with 2', async () => {
    const { code, out } = await runCli('check', sample('messy.csv'), '--region', 'EMEA', '--json')
    expect(code).toBe(2)
    const { findings, phones } = JSON.parse(out)
    const rows = new Set(findings.flatMap(({ row }: { row?: number }) => row ?? []))
    expect([...rows]).toEqual([2, 3, 4, 5, 6, 7, 8, 10, 11])
    expect(phones.filter(({ status }: { status: string }) => status === 'ready')).toMatchObject([
      { row: 3, username: 'lobby@contoso.com', hardwareId: '00-04-F2-81-24-B4', region: 'EMEA' },
      { row: 5, hardwareId: '00-04-F2-81-24-B6' },
      { row: 12, hardwareId: '00-90-8F-00-00-01:001' },
    ])
  })

  test('asks for the columns where they are not certain, with the command that says them', async () => {
    const list = field('16-header-snipe-export.csv')
    const asked = await commandHere('check', list)
    expect(asked.code).toBe(2)
    expect(asked.out).toContain(
      'check 16-header-snipe-export.csv --columns "Username=Email,HardwareId=MAC Address"',
    )
    const told = await commandHere(
      'check',
      list,
      '--columns',
      'Username=Email,HardwareId=MAC Address',
      '--json',
    )
    expect(told.code).toBe(0)
    expect(JSON.parse(told.out).phones).toMatchObject([
      { username: 'lobby1@contoso.com', status: 'ready' },
      { username: 'lift1@contoso.com', status: 'ready' },
    ])
    const wrong = await commandHere('check', list, '--columns', 'Username=E-Post,HardwareId=3')
    expect([wrong.code, wrong.out]).toEqual([
      2,
      expect.stringContaining('has no column "E-Post". Its header reads'),
    ])
  })

  test('opens a workbook, and the sheet that is named where several hold phones', async () => {
    const list = join(directory, 'two sheets.xlsx')
    const header = ['Username', 'HardwareId']
    const sheets = {
      Bern: [header, ['a@contoso.com', '0004f28124b1']],
      Basel: [header, ['b@contoso.com', '0004f28124b2']],
    }
    await writeFile(list, workbookOf(sheets))
    const asked = await commandHere('check', list)
    expect([asked.code, asked.out]).toEqual([2, expect.stringContaining('--sheet "Bern" --columns')])
    const { code, out } = await commandHere('check', list, '--sheet', 'Basel', '--json')
    expect([code, JSON.parse(out).phones]).toMatchObject([0, [{ row: 2, username: 'b@contoso.com' }]])
  })

  test("names Teams admin center's provisioning template for what it is", async () => {
    const { code, out } = await commandHere('check', sample('template-provisioning.csv'), '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      phones: [],
      findings: [{ severity: 'error', code: 'file-template-provisioning' }],
    })
  })

  test.each(['check', 'run'])(
    '%s refuses a list of too many rows, told in words, before it takes memory',
    async (command) => {
      const file = join(directory, 'too-many.csv')
      await writeFile(file, `Username,HardwareId\n${'a,b\n'.repeat(1_300_000)}`)
      const options =
        command === 'run' ? ['--simulate', '--yes', '--region', 'NOAM', '--data-dir', directory] : []
      const { code, out, errors } = await startCliWith(
        { NODE_OPTIONS: '--max-old-space-size=200' },
        ...[command, file, ...options],
      ).done
      expect(code, errors).toBe(2)
      expect(`${out}${errors}`).toContain('"too-many.csv" has 1,300,001 rows')
      expect(`${out}${errors}`).toContain('100,000 at most')
    },
  )

  test('says in one sentence that a file is not there', async () => {
    const { code, out } = await commandHere('check', join(directory, 'nowhere.csv'))
    expect(code).toBe(2)
    expect(out).toContain('nowhere.csv')
  })
})

describe('urls', () => {
  const tenant = '11111111-2222-4333-8444-555555555555'

  test('prints those of one region', async () => {
    const { code, out } = await commandHere('urls', '--tenant', tenant, '--region', 'emea')
    expect(code).toBe(0)
    expect(out).toContain(`http://emea.ipp.sdg.teams.microsoft.com/tenantid/${tenant}/$PSN.xml`)
    expect(out).not.toContain('noam')
  })

  test('refuses what is no tenant ID', async () => {
    const { code, errors } = await runCli('urls', '--tenant', 'contoso.com')
    expect(code).toBe(64)
    expect(errors).toContain('contoso.com')
  })
})

describe('run', () => {
  test('says what to think of before anything is sent, also to those who say yes beforehand', async () => {
    const { errors } = await commandHere(
      ...['run', field('19-pbx-email.csv'), '--region', 'NOAM', '--simulate', '--yes', '--speed', '100000'],
      ...['--data-dir', join(directory, 'people')],
    )
    const [before = ''] = errors.split('The password of each of these accounts')
    expect(before).toContain('warning  Row 2: "ann.example@contoso.com" looks like a person')
    expect(before).toContain('Row 3: "bob.example@contoso.com" looks like a person')
  })

  const simulated = ['--simulate', '--speed', '10000', '--seed', '7', '--yes'] as const

  test('signs 300 phones in: three batches, at most three open, each row with a final status', async () => {
    const file = join(directory, 'out.csv')
    const { code, out, errors } = await runCli(
      ...['run', sample('phones-300.csv'), '--region', 'NOAM', ...simulated, '--json'],
      ...['--export', file, '--data-dir', join(directory, 'first')],
    )
    expect([0, 1], errors).toContain(code)
    const events = eventsIn(out)
    expect(events.filter(({ type }) => type === 'BatchSubmitting')).toHaveLength(3)
    expect(replay(events)?.watching).toEqual({ kind: 'finished' })
    const rows = await resultRows(file)
    expect(rows).toHaveLength(300)
    expect(new Set(rows.map((row) => row['Username'])).size).toBe(300)
    for (const row of rows) expect(['signed in', 'failed']).toContain(row['Status'])
    expect(code).toBe(rows.every((row) => row['Status'] === 'signed in') ? 0 : 1)
  })

  test('does not end well where the results could not be written, and says how to have them', async () => {
    const nowhere = join(directory, 'no-folder', 'out.csv')
    const data = ['--data-dir', join(directory, 'unsaved')]
    const { code, errors } = await commandHere(
      ...['run', sample('phones-100.csv'), '--region', 'NOAM', ...simulated, '--export', nowhere, ...data],
    )
    expect(code, errors).toBe(74)
    const [, runId = ''] = /"resume (\S+) --export FILE"/.exec(errors) ?? []
    const file = join(directory, 'saved-later.csv')
    expect([0, 1]).toContain((await commandHere('resume', runId, '--export', file, ...data)).code)
    expect(await resultRows(file)).toHaveLength(100)
  })

  test.each([
    ['a folder', () => directory],
    ['no name', () => ''],
  ])('does not begin where the results could never be written: %s', async (_, place) => {
    const data = join(directory, 'not-begun')
    const { code, errors } = await commandHere(
      ...['run', sample('phones-100.csv'), '--region', 'NOAM', ...simulated, '--export', place()],
      ...['--data-dir', data],
    )
    expect(code).toBe(64)
    expect(errors).toMatch(/--export/)
    expect((await commandHere('runs', '--data-dir', data, '--json')).out.trim()).toBe('[]')
  })

  test('leaves out a row whose cells have moved, and says why', async () => {
    const list = join(directory, 'moved.csv')
    const lines = [
      'HardwareId,Name,Manager,Username',
      '00-04-F2-81-24-B1,Lift,boss@contoso.com,lift@contoso.com',
      '00-04-F2-81-24-B2,Yard, the west one,boss@contoso.com,yard@contoso.com',
    ]
    await writeFile(list, lines.join('\r\n'))
    const checked = await commandHere('check', list, '--region', 'EMEA', '--json')
    expect(checked.code).toBe(2)
    expect(JSON.parse(checked.out).findings).toContainEqual(
      expect.objectContaining({ code: 'cells-moved', row: 3, value: 'boss@contoso.com' }),
    )
    const { out } = await commandHere(
      ...['run', list, '--region', 'EMEA', ...simulated, '--json'],
      ...['--data-dir', join(directory, 'moved')],
    )
    expect(replay(eventsIn(out))?.phones.map(({ username }) => username)).toEqual(['lift@contoso.com'])
  })

  test('does not put its results in the place of the list', async () => {
    const list = join(directory, 'own-list.csv')
    const content = await readFile(sample('phones-100.csv'), 'utf8')
    await writeFile(list, content)
    const { code, errors } = await commandHere(
      ...['run', list, '--region', 'NOAM', ...simulated, '--export', join(directory, '.', 'own-list.csv')],
      ...['--data-dir', join(directory, 'own')],
    )
    expect(code).toBe(64)
    expect(errors).toContain('own-list.csv')
    expect(await readFile(list, 'utf8')).toBe(content)
  })

  test('asks first, and sends nothing where nobody can answer', async () => {
    const { code, errors } = await runCli(
      ...['run', sample('phones-100.csv'), '--region', 'NOAM', '--simulate'],
      ...['--data-dir', join(directory, 'unasked')],
    )
    expect(code).toBe(4)
    expect(errors).toContain('password')
    expect(errors).toContain('--yes')
    expect((await runCli('runs', '--data-dir', join(directory, 'unasked'), '--json')).out.trim()).toBe('[]')
  })

  test('refuses a list without any region, and one that is no list', async () => {
    expect((await commandHere('run', sample('phones-100.csv'), ...simulated)).code).toBe(2)
    expect((await commandHere('run', sample('template-provisioning.csv'), ...simulated)).code).toBe(2)
  })

  test('does without a way in: exit 3', async () => {
    const nobody = ['--data-dir', join(directory, 'nobody')]
    expect((await runCli('run', sample('phones-100.csv'), '--region', 'NOAM', '--yes', ...nobody)).code).toBe(
      3,
    )
  })

  test('sends a token to this machine only, and never one that Microsoft issued', async () => {
    const token = join(directory, 'microsoft-token')
    const payload = Buffer.from(JSON.stringify({ iss: 'https://sts.windows.net/x/' })).toString('base64url')
    await writeFile(token, `e30.${payload}.x`)
    const run = (api: string) =>
      commandHere(
        ...[
          'run',
          sample('phones-100.csv'),
          '--region',
          'NOAM',
          '--yes',
          '--api',
          api,
          '--token-file',
          token,
        ],
      )
    expect(await run('https://api.example.com')).toMatchObject({
      code: 3,
      errors: expect.stringContaining('on this computer'),
    })
    expect(await run('http://127.0.0.1:9')).toMatchObject({
      code: 3,
      errors: expect.stringContaining('Microsoft issued'),
    })
  })

  testWith(here.signals)('stops watching at Ctrl-C, says how to resume, and resumes to the end', async () => {
    const speed = 200
    const { now, ...time } = serviceClock(speed)
    await time.hold()
    const simulator = await startSimulator({ now, speed, seed: 3 })
    const access = await accessTo(simulator, join(directory, 'stopped'))
    try {
      const running = startCli('run', sample('phones-300.csv'), '--region', 'APAC', '--yes', ...access)
      await running.said('submitted as')
      running.signal('SIGINT')
      const stopped = await running.done
      expect(stopped.code).toBe(4)
      expect(stopped.errors).toContain('resume 20')

      const listed = JSON.parse((await commandHere('runs', '--json', ...access.slice(4))).out)
      expect(listed).toMatchObject([{ listName: 'phones-300.csv', watching: { kind: 'stopped' } }])

      const lock = `${journalFile(join(directory, 'stopped/runs'), listed[0].runId)}.lock`
      await writeFile(lock, '7 former-name up 60')
      const held = await commandHere('resume', '--yes', ...access)
      expect(held.code).toBe(4)
      for (const words of ['former-name', lock]) {
        expect(held.errors).toContain(words)
        expect((await commandHere('runs', ...access.slice(4))).out).toContain(words)
      }
      await rm(lock)
      await time.goOn()

      const file = join(directory, 'resumed.csv')
      const resumed = await runCli('resume', '--yes', '--export', file, ...access)
      expect([0, 1], resumed.errors).toContain(resumed.code)
      expect(await resultRows(file)).toHaveLength(300)
      const taken = simulator.ledger.batches.flatMap(({ phones }) => phones)
      expect(taken).toHaveLength(300)

      const over = await commandHere('resume', '--yes', ...access)
      expect(over.code).toBe(4)
      expect(over.errors).toContain(`has ended: "resume ${listed[0].runId} --export FILE"`)
    } finally {
      await simulator.close()
    }
  })

  test('explains a wrong option', async () => {
    const { code, errors } = await runCli('run', sample('phones-100.csv'), '--region', 'MARS')
    expect(code).toBe(64)
    expect(errors).toContain('NOAM')
  })
})

describeWith(here.fullDevice)('what is printed', () => {
  test.each([
    ['nobody reads any more', '2>&1 >/dev/null | true', [0, 1]],
    ['cannot be written', '--json >/dev/full', [74]],
    ['cannot be told', '2>/dev/full', [0, 1]],
  ])('and %s is no reason to leave a run half-way', async (_, where, codes) => {
    const results = join(directory, 'unheard.csv')
    const { code, out } = await startCliIn(
      `set -o pipefail; "$0" "$@" ${where}`,
      ...[
        'run',
        sample('phones-100.csv'),
        '--region',
        'EMEA',
        '--simulate',
        '--speed',
        '10000',
        '--yes',
        '--json',
      ],
      ...['--export', results, '--data-dir', join(directory, `unheard ${where.length}`)],
    ).done
    expect(codes, out).toContain(code)
    const rows = await resultRows(results)
    expect(rows.filter(({ Status }) => Status === 'signed in' || Status === 'failed')).toHaveLength(100)
    await rm(results)
  })

  test('and cannot be written is an error of every command', async () => {
    const { code, errors } = await startCliIn('"$0" "$@" >/dev/full', 'check', sample('phones-100.csv')).done
    expect(code).toBe(74)
    expect(errors).toContain("couldn't be written")
  })
})
