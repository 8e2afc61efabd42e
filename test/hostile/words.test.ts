import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReporter } from '../../src/cli/reporter.ts'
import { diagnose } from '../../src/main/log/diagnostics.ts'
import { createLog } from '../../src/main/log/log.ts'
import { runEntry } from '../../src/main/log/log-entries.ts'
import { shortenNames } from '../../src/main/log/shorten-names.ts'
import { noticeOf } from '../../src/main/window/presence.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { powerShellFor } from '../../src/shared/run/powershell.ts'
import { createFold, replay } from '../../src/shared/run/reducer.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { withoutSecrets } from '../../src/shared/text/secrets/without-secrets.ts'
import { visibleJson } from '../../src/shared/text/visible-json.ts'
import { withCpuTime } from '../support/cpu-time.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { eventsOf, startedWith, tenant } from '../support/run-samples.ts'
import { attackStrings, hostileText } from './support/attack-strings.ts'
import { prove } from './support/prove.ts'

/** What a terminal, an editor or a notification would obey, and what nobody would see. */
const obeyed = /[\p{Cc}\p{Cf}\u2028\u2029]/u

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-words-'))
})
afterAll(() => removeFolder(folder))

/** A run in which whatever a person, a file or the service can name is this text. */
function hostileRun(words: string): readonly RunEvent[] {
  const started = startedWith(2)
  if (started.type !== 'RunStarted') throw new Error('A run begins with RunStarted')
  const failure = { kind: 'refused', status: 400, message: words, said: words, code: words } as const
  return eventsOf(
    {
      ...started,
      listName: words,
      tenant: { ...tenant, id: words, name: words, domain: words },
      operator: { username: words },
      phones: started.phones.map((phone) => ({ ...phone, username: words, hardwareId: words })),
    },
    { type: 'BatchSubmitting', batch: 0, attempt: 1 },
    { type: 'BatchSubmitted', batch: 0, batchId: words },
    { type: 'WatchInterrupted', batch: 0, failure, nextTryAt: '2026-03-02T09:10:00.000Z' },
    { type: 'BatchAdopted', batch: 0, batchId: words, by: 'operator' },
    { type: 'PhonesReported', batch: 0, phones: [{ phone: 0, status: 'failed', said: words, error: words }] },
    { type: 'BatchRefused', batch: 0, failure },
    { type: 'WatchStopped', reason: 'operator' },
    { type: 'BatchAdopted', batch: 0, batchId: words, by: 'operator' },
    { type: 'WatchStopped', reason: 'operator' },
    { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: words },
    { type: 'RunFinished' },
  )
}

test('the log has one line an entry, of JSON, with nothing in it that is obeyed', async () => {
  const logs = join(folder, 'logs')
  const log = createLog({ folder: logs, now: () => 0, fullNames: () => false, largest: 1e9 })
  let written = 0
  await prove('words in the log', 150, hostileText, (words) => {
    log.write({ level: 'error', area: words, message: words, correlationId: words })
    log.unexpected(words, new Error(words))
    for (const event of hostileRun(words)) log.write(runEntry(event))
    written += 14
  })
  await log.flushed()
  const lines = (await readFile(join(logs, 'main.log'), 'utf8')).split('\n')

  expect(lines.pop()).toBe('')
  expect(lines).toHaveLength(written)
  for (const line of lines) {
    expect(line).not.toMatch(obeyed)
    expect(Object.keys(JSON.parse(line)).slice(0, 4)).toEqual(['at', 'level', 'area', 'message'])
  }
})

test('JSON in which everything is visible stands for the same value', async () => {
  await prove('values as JSON', 300, hostileText, (words) => {
    const written = visibleJson({ [words]: [words] })

    expect(written).not.toMatch(obeyed)
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ [words]: [words] })))
  })
})

test('diagnostics have the same lines whatever somebody is called', async () => {
  const diagnosed = (words: string): readonly string[] => {
    const at = '2026-11-21T08:00:00.000Z'
    const failure = { kind: 'unexpected', message: words, remedy: words, code: words, at } as const
    const entry = { at, level: 'error', area: words, message: `a ${words}`, correlationId: words } as const
    return diagnose({
      tenantTest: undefined,
      info: { version: '1', electron: '1', chromium: '1', platform: 'win32' },
      system: 'win32',
      now: 0,
      encryption: { kind: 'failed', reason: words },
      session: {
        kind: 'signed-in',
        tenant: { id: words, name: `${words}.`, domain: `${words}..`, simulated: false },
        operator: { username: words },
        accounts: [],
        storage: 'memory',
        renewal: failure,
        failure,
      },
      run: replay(hostileRun(words)) as RunState,
      settings: {
        theme: 'dark',
        fullNamesInLog: true,
        tenant: words,
        troubles: [words],
        updates: 'tell',
        managed: {},
      },
      recent: { calls: [entry], troubles: [entry] },
    }).split('\n')
  }
  const usual = diagnosed('contoso').length
  await prove('words in diagnostics', 200, hostileText, (words) => {
    const lines = diagnosed(words)

    expect(lines).toHaveLength(usual)
    for (const line of lines) expect(line).not.toMatch(obeyed)
  })
})

test('notifications have one line and nothing in it that is obeyed', async () => {
  await prove('notifications', 200, hostileText, (words) => {
    const events = hostileRun(words)
    for (const end of [
      events,
      [...events.slice(0, -1), ...eventsOf({ type: 'WatchStopped', reason: 'denied' })],
    ]) {
      const notice = noticeOf(replay(end) as RunState)
      expect(`${notice?.title}${notice?.body}`).not.toMatch(obeyed)
    }
  })
})

test('the terminal is told nothing that it would obey', async () => {
  await prove('lines of the terminal', 300, hostileText, (words) => {
    const lines: string[] = []
    const report = createReporter((line) => lines.push(line))
    const fold = createFold()
    for (const event of hostileRun(words)) {
      fold.add(event)
      const after = fold.newest()
      if (after) report(event, after)
    }

    expect(lines.length).toBeGreaterThan(5)
    // The colours are ours.
    for (const line of lines.map(withoutColours)) expect(line).not.toMatch(obeyed)
  })
})

test('a copied PowerShell line is one command, and its literals end where they should', async () => {
  await prove('PowerShell lines', 500, hostileText, (words) => {
    const events = hostileRun(words)
    const lines = events.flatMap((event, index) =>
      powerShellFor(event, replay(events.slice(0, index + 1)) as RunState),
    )
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) {
      expect(line).not.toMatch(obeyed)
      expect(withoutLiterals(line)).toMatch(
        /^(Import-Module MicrosoftTeams|Connect-MicrosoftTeams -TenantId L|# \.\\batch-1\.csv: .*|\$batch1 = New-CsSdgBulkSignInRequest -DeviceDetailsFilePath L -Region NOAM|\(Get-CsSdgBulkSignInRequestStatus -BatchId L\)\.BatchItem \| Format-Table)$/,
      )
    }
  })
})

test('shortening names and keeping secrets takes no longer for a text that was made for it', () => {
  for (const part of [
    'a',
    'a.',
    '.',
    'a@',
    '@b.',
    'a@b',
    ...attackStrings.filter(({ length }) => length < 5),
  ]) {
    const { ms } = withCpuTime(() => {
      shortenNames(part.repeat(100_000 / part.length))
      withoutSecrets(part.repeat(100_000 / part.length))
    })
    expect(ms, part).toBeLessThan(2000)
  }
})

const withoutColours = (line: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
  line.replaceAll(/\u001b\[\d+m/g, '')

/** PowerShell's own rule: a literal begins with any single quote, two of them within it are one, one ends it. */
function withoutLiterals(line: string): string {
  const quotes = "'\u2018\u2019\u201a\u201b"
  let rest = ''
  for (let at = 0; at < line.length; at++) {
    if (!quotes.includes(line.charAt(at))) {
      rest += line.charAt(at)
      continue
    }
    for (at++; at < line.length; at++) {
      if (!quotes.includes(line.charAt(at))) continue
      if (!quotes.includes(line.charAt(at + 1)) || at + 1 === line.length) break
      at++
    }
    if (at >= line.length) return `${rest} literal without end`
    rest += 'L'
  }
  return rest
}
