import { expect, test } from 'vitest'
import { atTerminals, phonesFrom } from '../support/terminals.ts'

const yes = ['--region', 'NOAM', '--yes'] as const
const phones = phonesFrom(0, 8)

test(
  'chosen rows are signed in alone; one that is wrong, missing or signed in already is named, and nothing is sent',
  atTerminals({ speed: 1000, failureShare: 0 }, async ({ cli, list, accepted, runs }) => {
    const taken = (): readonly number[] => phones.map(({ hardwareId }) => accepted().get(hardwareId) ?? 0)
    const file = await list('phones.csv', phones)
    const first = await cli('here', 'run', file, '--rows', '2-3, 6', ...yes)
    expect(first.code, first.errors).toBe(0)
    expect(taken()).toEqual([1, 1, 0, 0, 1, 0, 0, 0])
    expect(await runs('here')).toHaveLength(1)

    // Rows 2 and 6 were signed in a moment ago: neither is taken for granted.
    const again = await cli('here', 'run', file, '--rows', '2,5-6', ...yes)
    expect(again.code).toBe(2)
    expect(again.errors).toContain('Rows 2 and 6 were signed in during the last 7 days.')
    expect(again.errors).toContain('--include-signed-in')
    const beyond = await cli('here', 'run', file, '--rows', '5-10', ...yes)
    expect(beyond.code).toBe(2)
    expect(beyond.errors).toContain("Row 10 isn't in this list.")
    const wrong = await list('wrong.csv', [...phones.slice(0, 3), { username: 'nobody', hardwareId: '12' }])
    const refused = await cli('here', 'run', wrong, '--rows', '4-5', ...yes)
    expect(refused.code).toBe(2)
    expect(refused.errors).toContain("Row 5 can't be signed in")
    const misspelt = await cli('here', 'run', file, '--rows', '5-2', ...yes)
    expect(misspelt.code).toBe(64)
    expect(taken()).toEqual([1, 1, 0, 0, 1, 0, 0, 0])
    expect(await runs('here')).toHaveLength(1)

    const included = await cli('here', 'run', file, '--rows', '2,5', '--include-signed-in', ...yes)
    expect(included.code, included.errors).toBe(0)
    expect(taken()).toEqual([2, 1, 0, 1, 1, 0, 0, 0])
  }),
)
