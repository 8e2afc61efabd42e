import { describe, expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { parseSheet } from '../../../src/shared/phones/parse.ts'
import type { PhoneList } from '../../../src/shared/phones/phone-list.ts'
import { brief, sampleBytes } from '../../support/sheets.ts'

function listOf(file: string): PhoneList {
  const result = parseSheet(file, new TextDecoder().decode(sampleBytes(file)))
  if (!result.ok) throw new Error(result.failure.message)
  return checkPhones(result.value, undefined)
}

describe('the sample lists', () => {
  test.each([
    ['phones-100.csv', 100],
    ['phones-300.csv', 300],
    ['three-regions-1000.csv', 1000],
    ['ata-ports.csv', 3],
    ['blog-example.csv', 2],
  ])('%s: all of its %i phones are ready, without an issue', (file, phones) => {
    const { rows, issues } = listOf(file)
    expect(rows.filter(({ status }) => status === 'ready')).toHaveLength(phones)
    expect(issues).toEqual([])
  })

  test('microsoft-example.csv: ready, with a word on addresses that no maker gives', () => {
    const { rows, issues } = listOf('microsoft-example.csv')
    expect(rows.filter(({ status }) => status === 'ready')).toHaveLength(2)
    expect(brief(issues)).toEqual(['warning mac-local 2 hardwareId', 'warning mac-local 3 hardwareId'])
  })

  test('messy.csv: issues on exactly the rows that deserve them', () => {
    const { rows, issues } = listOf('messy.csv')
    expect(brief(issues)).toEqual([
      'note header-other-name username',
      'note header-other-name hardwareId',
      'note column-unused',
      'error device-twice 2 hardwareId',
      'note text-cleaned 3 username',
      'error username-invalid 4 username',
      'note text-cleaned 5 hardwareId',
      'error username-invalid 6 username',
      'error device-twice 7 hardwareId',
      'error hardware-id-mangled 8 hardwareId',
      'error hardware-id-invalid 10 hardwareId',
      'error port-invalid 11 hardwareId',
    ])
    expect(issues.find(({ row }) => row === 2)?.message).toContain('is also in row 7')
    expect(issues.find(({ row }) => row === 11)?.fix).toBe('00-90-8F-00-00-01:001')
    expect(rows.filter(({ status }) => status === 'ready').map(({ row }) => row)).toEqual([3, 5, 12])
  })

  test('template-provisioning.csv: named for what it is', () => {
    const file = 'template-provisioning.csv'
    const result = parseSheet(file, new TextDecoder().decode(sampleBytes(file)))
    expect(result).toMatchObject({ ok: false, failure: { code: 'file-template-provisioning' } })
  })
})
