import { expect, test } from 'vitest'
import { atTerminals, phonesFrom } from '../support/terminals.ts'

const yes = ['--region', 'NOAM', '--yes'] as const
const phones = phonesFrom(0, 12)

test(
  'a list that is run again sends the phones that failed and the new ones; those signed in only if they are included',
  atTerminals({ speed: 1000, failureShare: 0.3 }, async ({ cli, list, accepted, runs }) => {
    const times = (of: readonly { readonly hardwareId: string }[]): readonly number[] =>
      of.map(({ hardwareId }) => accepted().get(hardwareId) ?? 0)
    const first = await cli('here', 'run', await list('phones.csv', phones), ...yes)
    expect(first.code, first.errors).toBe(1)
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

    // Another computer remembers nothing of it.
    const elsewhere = await cli('there', 'run', await list('one.csv', known.slice(0, 1)), ...yes)
    expect(elsewhere.errors).toContain('1 phone in 1 batch')
    const two = await list('two.csv', known.slice(1, 3))
    const included = await cli('here', 'run', two, ...yes, '--include-signed-in')
    expect(included.errors).toContain('Their passwords are reset again.')
    expect(times(known)).toEqual(known.map((_, index) => (index < 3 ? 2 : 1)))
  }),
)
