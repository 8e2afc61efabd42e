import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { finalRows } from '../../../src/shared/report/final-rows.ts'
import { reportPage } from '../../../src/shared/report/report-page.ts'
import { resultFile } from '../../../src/shared/run/result-file.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { text } from '../../../src/shared/text/index.ts'
import { hostileText } from '../../hostile/support/attack-strings.ts'
import { firstTwo, twoRuns } from '../../support/report-scenes.ts'
import { plain, tableUnder } from '../../support/report-table.ts'

const now = Date.parse('2026-03-03T08:00:00Z')

function pageOf(runs: readonly RunState[], site = ''): string {
  const page = reportPage({ runs, site, appVersion: '0.2.0', now })
  if (!page.ok) throw new Error(page.failure.message)
  return page.value
}

const { report } = text

describe('the report', () => {
  test('has every row of the export once, with the same account, device, region, status and result', () => {
    const [run] = twoRuns()
    const [, ...exported] = Papa.parse<string[]>(resultFile(run).slice(1), { skipEmptyLines: true }).data
    const shown = tableUnder(pageOf([run]), report.phones.title(7)).map(
      ([, username, hardwareId, region, status = '', , result]) =>
        [username, hardwareId, status.slice(2).toLowerCase(), result, region] as const,
    )
    expect(exported).toHaveLength(7)
    expect(shown).toEqual(exported.map((cells) => cells.slice(0, 5)))
  })

  test('gives each phone the status that the last run left it with', () => {
    const rows = tableUnder(pageOf(twoRuns().toReversed()), report.phones.title(7))
    expect(rows.map(([row, , , , status]) => [row, status])).toEqual([
      ...['2', '3', '4'].map((row) => [row, '✓ Signed in']),
      ['5', '✕ Failed'],
      ...['6', '7'].map((row) => [row, '✓ Signed in']),
      ['8', '– Left out'],
    ])
  })

  test('calls nothing unsent that nobody chose for its runs: it is still to come, or in other runs', () => {
    const [first, rest] = firstTwo()
    const page = pageOf([first])
    expect(plain(page)).toContain("All 2 phones signed in. 4 phones of the list weren't part of these runs.")
    expect(plain(page).toLowerCase()).not.toContain('not sent')
    expect(page).toContain(`<li><strong>4</strong>${report.counts['not chosen']}</li>`)
    const rows = tableUnder(page, report.phones.title(6))
    expect(rows.map((cells) => cells[4])).toEqual([
      ...['✓ Signed in', '✓ Signed in'],
      ...Array.from({ length: 4 }, () => '– Not in these runs'),
    ])
    expect(tableUnder(page, report.todo.title)).toEqual([
      ['– Not in these runs', '4', text.run.notChosen, report.todo.notChosen, '4, 5, 6, 7'],
    ])

    const both = plain(pageOf([first, rest]))
    expect(both).toContain('5 of 6 phones signed in, 1 failed.')
    expect(both).not.toContain('Not in these runs')
  })

  test('says in one sentence how it stands, and what is left to do', () => {
    const page = pageOf(twoRuns(), 'Main Street 1')
    expect(plain(page)).toContain('SIP phone sign-in report: Main Street 1')
    expect(plain(page)).toContain('5 of 7 phones signed in, 1 failed, 1 was not sent.')
    expect(tableUnder(page, report.todo.title)).toEqual([
      [...['✕ Failed', '1', 'User not found in tenant.'], ...[text.gateway.remedies['user-not-found'], '5']],
      ['– Left out', '1', expect.any(String), text.run.editAndRunAgain, '8'],
    ])
  })

  test('names tenant, operator, list and runs with their batches, and the URLs of the regions in use', () => {
    const page = plain(pageOf(twoRuns()))
    for (const fact of ['Contoso, contoso.com', '11111111-2222-4333-8444-555555555555', 'admin@contoso.com'])
      expect(page).toContain(fact)
    for (const fact of [
      'phones.csv',
      'batch-a',
      'batch-b',
      'http://emea.ipp.sdg.teams.microsoft.com/tenantid/',
    ])
      expect(page).toContain(fact)
    expect(page).not.toContain('http://noam.')
  })

  test('of a simulated run says so at its head, in the margin of each page and in the head of each table', () => {
    const page = pageOf(twoRuns({ simulated: true }))
    expect(page).toMatch(/<title>Simulated: /)
    expect(page).toContain(`@top-center { content: "${report.simulated}"`)
    expect(page.match(/<thead>/g)).toHaveLength(4)
    expect(page.match(/<thead><tr><th class="simulated"/g)).toHaveLength(4)
    expect(pageOf(twoRuns())).not.toContain(report.simulated)
  })

  test('says when a run is not finished', () => {
    const [first, second] = twoRuns()
    const open = { ...second, watching: { kind: 'stopped', reason: 'closing' } } as const
    expect(plain(pageOf([first, open]))).toContain(report.unfinished(1))
  })

  test('is not made of no run, of two tenants, or of what is real and what is not', () => {
    const make = (...runs: readonly RunState[]) => reportPage({ runs, site: '', appVersion: '0.2.0', now })
    const [first, second] = twoRuns()
    expect(make()).toMatchObject({ ok: false, failure: report.failures.noRun })
    for (const tenant of [
      { ...second.tenant, id: 'other' },
      { ...second.tenant, simulated: true },
    ])
      expect(make(first, { ...second, tenant })).toMatchObject({
        ok: false,
        failure: report.failures.otherTenant,
      })
  })

  test('has the same tags whatever names and messages are in it, and shows all of them', () => {
    const tags = (page: string): readonly string[] => page.match(/<[^>]*>/g) ?? []
    const expected = tags(written('plain'))
    fc.assert(
      fc.property(hostileText, (words) => {
        const page = written(`x${words}x`)
        expect(tags(page)).toEqual(expected)
        expect(page).not.toMatch(/[\p{Cf}\u2028\u2029]/u)
      }),
    )
    expect(plain(written('<b>&"\'</b>'))).toContain('<b>&"\'</b>@contoso.com')
  })
})

/** A report in which others have written these words wherever they can. */
function written(words: string): string {
  const [first, second] = twoRuns()
  const in_ = (run: RunState): RunState => ({
    ...run,
    listName: words,
    operator: { username: words },
    tenant: { ...run.tenant, name: words, domain: words },
    batches: run.batches.map((batch) => ({ ...batch, batchId: words })),
    phones: run.phones.map((phone) => ({
      ...phone,
      username: `${words}@contoso.com`,
      ...(phone.result !== undefined && { result: words }),
    })),
    leftOut: run.leftOut.map((row) => ({ ...row, username: words, hardwareId: words })),
  })
  return pageOf([in_(first), in_(second)], words)
}

describe('the final rows', () => {
  const [first] = twoRuns()
  const later = (change: Partial<RunState['phones'][number]>, run: Partial<RunState> = {}): RunState => {
    const [phone] = first.phones
    if (!phone) throw new Error('A run has phones')
    return {
      ...first,
      runId: 'later',
      startedAt: '2026-03-09T09:00:00.000Z',
      phones: [{ ...phone, ...change }],
      leftOut: [],
      ...run,
    }
  }

  test('go by the device, whatever row it stands in, and however it is written', () => {
    const moved = later({
      row: 40,
      hardwareId: '0004f2000000',
      username: 'other@contoso.com',
      status: 'failed',
    })
    const rows = finalRows([first, moved])
    expect(rows).toHaveLength(7)
    expect(rows[0]).toMatchObject({
      row: 40,
      username: 'other@contoso.com',
      status: 'failed',
      runId: 'later',
    })
  })

  test('take a row with a corrected hardware ID for the same phone, and one of another list not', () => {
    const corrected = { row: 8, username: 'café', hardwareId: '00-04-F2-00-00-99' }
    expect(finalRows([first, later(corrected)]).at(-1)).toMatchObject({ ...corrected, status: 'signed in' })
    expect(finalRows([first, later(corrected)])).toHaveLength(7)
    expect(finalRows([first, later(corrected, { listName: 'other.csv' })])).toHaveLength(8)
  })

  test('keep what came of a phone that a later run did not submit', () => {
    for (const status of ['not sent', 'queued'] as const)
      expect(finalRows([first, later({ status })])[0]).toMatchObject({ status: 'signed in', runId: 'a' })
    const [phone] = first.phones
    if (!phone) throw new Error('A run has phones')
    const why = { code: 'signed-in', list: 'phones.csv', at: '2026-03-02T09:00:03.000Z', runId: 'a' } as const
    const leftOut = later({}, { phones: [], leftOut: [{ ...phone, why }] })
    expect(finalRows([first, leftOut])[0]).toMatchObject({ status: 'signed in' })
  })
})
