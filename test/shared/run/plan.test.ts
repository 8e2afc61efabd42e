import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planRun } from '../../../src/shared/run/plan.ts'
import { anyPhoneList, phoneListOf } from '../../support/run-samples.ts'

describe('the plan', () => {
  test('splits 250 phones of a region into three evenly filled batches, in file order', () => {
    const { batches } = planRun(phoneListOf(250, 'EMEA'))
    expect(batches.map(({ phones }) => phones.length)).toEqual([84, 83, 83])
    expect(batches.flatMap(({ phones }) => phones)).toEqual(Array.from({ length: 250 }, (_, index) => index))
  })

  test('makes exactly one batch of 100 and two of 101', () => {
    expect(planRun(phoneListOf(100, 'APAC')).batches).toHaveLength(1)
    expect(planRun(phoneListOf(101, 'APAC')).batches.map(({ phones }) => phones.length)).toEqual([51, 50])
  })

  test('leaves a row with an error out and gives the issue as the reason', () => {
    const list = phoneListOf(1, 'NOAM')
    const fact = { says: 'usernameMissing', values: { row: 9 } } as const
    const row = { row: 9, username: 'café', hardwareId: '00', region: undefined, status: 'error' } as const
    const plan = planRun({
      ...list,
      rows: [...list.rows, row],
      issues: [
        { severity: 'error', code: 'username-missing', row: 9, message: 'Row 9: no user name.', fact },
      ],
    })
    expect(plan.phones).toHaveLength(1)
    expect(plan.leftOut).toEqual([
      { row: 9, username: 'café', hardwareId: '00', why: { code: 'issues', issues: [fact] } },
    ])
  })

  test('holds each row once, each phone in one batch of its region, no batch over 100 or uneven', () => {
    fc.assert(
      fc.property(anyPhoneList, (list) => {
        const { phones, batches, leftOut } = planRun(list)
        expect([...phones, ...leftOut].map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(
          list.rows.map(({ row }) => row),
        )
        expect(batches.flatMap(({ phones }) => phones).toSorted((a, b) => a - b)).toEqual(
          phones.map((_, index) => index),
        )
        for (const { region, phones: indexes } of batches) {
          expect(indexes.every((index) => phones[index]?.region === region)).toBe(true)
          expect(indexes).toEqual(indexes.toSorted((a, b) => a - b))
          expect(indexes.length).toBeLessThanOrEqual(100)
        }
        for (const region of new Set(batches.map(({ region }) => region))) {
          const sizes = batches.filter((batch) => batch.region === region).map(({ phones }) => phones.length)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
