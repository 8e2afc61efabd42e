import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { runCli } from '../support/run-cli.ts'
import { atTerminals, phonesFrom } from '../support/terminals.ts'

const yes = ['--region', 'NOAM', '--yes'] as const
const phones = phonesFrom(0, 12)

test(
  'a list that is run again sends the phones that failed and the new ones; those signed in only if they are included',
  atTerminals({ speed: 1000, failureShare: 0.3 }, async ({ cli, list, accepted, runs, folder }) => {
    const times = (of: readonly { readonly hardwareId: string }[]): readonly number[] =>
      of.map(({ hardwareId }) => accepted().get(hardwareId) ?? 0)
    const first = await cli('here', 'run', await list('phones.csv', phones), ...yes, '--batch-size', '10')
    expect(first.code, first.errors).toBe(1)
    expect(first.errors).toContain('12 phones in 2 batches')
    expect(first.errors).toMatch(
      /12 phones \(rows 2, 3, 4, 5 and 8 more\): the domain "contoso\.com" isn't verified in this tenant[\s\S]*Tenant/,
    )
    const [run] = await runs('here')
    const { 'signed in': signedIn = 0, failed = 0 } = run?.phones ?? {}
    expect([signedIn > 2, failed > 0, signedIn + failed]).toEqual([true, true, 12])

    const more = await list('more.csv', [...phones, ...phonesFrom(12, 3)])
    const second = await cli('here', 'run', more, ...yes)
    expect(second.errors).toContain(
      `${signedIn} phones: signed in by run ${run?.runId} (phones.csv), the last on `,
    )
    expect(second.errors).toContain('--include-signed-in')
    expect(second.errors).toContain(`${failed + 3} phones in 1 batch`)
    expect(times(phones).filter((time) => time === 1)).toHaveLength(signedIn)
    expect(times(phones).filter((time) => time === 2)).toHaveLength(failed)

    const known = phones.filter((_, index) => times(phones)[index] === 1)
    const third = await cli('here', 'run', await list('known.csv', known), ...yes)
    expect(third.code, third.errors).toBe(0)
    expect(third.errors).toContain(
      `All ${signedIn} phones of this list were signed in during the last 7 days.`,
    )
    expect(await runs('here')).toHaveLength(2)
    expect(times(known)).toEqual(known.map(() => 1))

    // Another computer remembers nothing of it, and finds it in the batch history.
    const one = await list('one.csv', known.slice(0, 1))
    const there = await cli('there', 'run', one, ...yes)
    expect(there.code, there.errors).toBe(0)
    expect(there.errors).toMatch(/1 phone: signed in by batch \S+, submitted elsewhere \(/)
    expect(times(known)).toEqual(known.map(() => 1))
    const elsewhere = await cli('there', 'run', one, ...yes, '--include-signed-in')
    expect(elsewhere.errors).toMatch(/1 phone was signed in by batch \S+, submitted elsewhere/)
    expect(elsewhere.errors).toContain('1 phone in 1 batch')
    const two = await list('two.csv', known.slice(1, 3))
    const included = await cli('here', 'run', two, ...yes, '--include-signed-in')
    expect(included.errors).toContain('Their passwords are reset again.')
    expect(times(known)).toEqual(known.map((_, index) => (index < 3 ? 2 : 1)))

    // One report about both runs of the first list, whose phones failed and were tried again.
    const again = await cli('here', 'run', await list('phones.csv', phones), ...yes)
    expect(again.errors).toContain('phones in 1 batch')
    const file = join(folder('here'), 'report.html')
    const report = await runCli('report', '--html', file, '--site', 'Hall <1>', '--data-dir', folder('here'))
    expect(report.code, report.errors).toBe(0)
    expect(report.errors).toContain(`Report of 2 runs of phones.csv written to ${file}.`)
    const page = await readFile(file, 'utf8')
    expect(page).toContain('Hall &#60;1&#62;')
    expect(page).toContain(text.report.simulated)
    expect(page).toContain(text.report.phones.title(12))
  }),
)
