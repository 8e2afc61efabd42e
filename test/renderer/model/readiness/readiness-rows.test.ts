import { expect, test } from 'vitest'
import {
  createReadinessRows,
  type KnownReadiness,
  knownReadiness,
} from '../../../../src/renderer/src/model/readiness/known-readiness.ts'
import { readinessOf } from '../../../support/readiness-answers.ts'
import { rowOf } from '../../support/samples.ts'

const rows = [2, 3, 4].map((row) => rowOf({ row }))

/** What is known of the accounts of these rows, and how often the account of any was looked up. */
function knowing(...some: readonly number[]): { readonly known: KnownReadiness; readonly asked: number[] } {
  const usernames = some.map((row) => rowOf({ row }).username)
  const read = readinessOf({ share: 0 })({ usernames, withTenant: true })
  const known = read.ok && knownReadiness(read.value.tenant, new Map(read.value.accounts))
  if (!known) throw new Error('Nothing was read')
  const asked: number[] = []
  const accounts = new (class extends Map<string, never> {
    override get(name: string): undefined {
      asked.push(Number(/\d+/.exec(name)?.[0]))
      return super.get(name)
    }
  })(known.accounts as Map<string, never>)
  return { known: { ...known, accounts }, asked }
}

test('rows have what is known of their accounts, and only those that changed are looked up again', () => {
  const withReadiness = createReadinessRows()
  expect(withReadiness(rows, undefined)).toBe(rows)

  const { known, asked } = knowing(2, 3)
  const before = withReadiness(rows, known)
  expect(before.map(({ readiness }) => readiness?.status)).toEqual(['ready', 'ready', undefined])
  expect(asked).toEqual([2, 3, 4])
  expect(before[2]).toBe(rows[2])

  const changed = rows.map((row) => (row.row === 3 ? { ...row, status: 'failed' as const } : row))
  const after = withReadiness(changed, known)
  expect(asked).toEqual([2, 3, 4, 3])
  expect(after[0]).toBe(before[0])
  expect(after[1]).toMatchObject({ status: 'failed', readiness: { status: 'ready' } })

  // What is known has changed: all are looked up again.
  expect(withReadiness(changed, knowing(4).known).map(({ readiness }) => readiness?.status)).toEqual([
    undefined,
    undefined,
    'ready',
  ])
})
