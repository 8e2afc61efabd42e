import { expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'

const issuesOf = (...hardwareIds: readonly string[]) =>
  checkPhones(
    {
      name: 'phones.csv',
      rows: hardwareIds.map((hardwareId, index) => ({
        row: index + 2,
        username: `phone${index}@contoso.com`,
        hardwareId,
        region: '',
      })),
      hasRegionColumn: false,
      issues: [],
    },
    'NOAM',
  )

test('the check of a list notes a maker that is not on the list of Microsoft, and a port where no adapter is', () => {
  const { issues, rows } = issuesOf(
    '00-0B-82-00-00-01',
    '00-15-65-00-00-01:001',
    '00-15-65-00-00-02',
    '00-90-8F-00-00-01:001',
    'AA-BB-CC-00-00-01:002',
    '00-0B-82-nonsense',
  )
  expect(issues.filter(({ code }) => code.startsWith('maker'))).toMatchObject([
    { row: 2, severity: 'note', code: 'maker-not-listed', message: expect.stringContaining('Grandstream') },
    { row: 3, severity: 'note', code: 'maker-without-adapters', message: expect.stringContaining('Yealink') },
  ])
  // A note keeps no row from being signed in.
  expect(rows.filter(({ status }) => status === 'ready')).toHaveLength(5)
})
