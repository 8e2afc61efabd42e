import { describe, expect, test } from 'vitest'
import { countRows } from '../../../../src/renderer/src/model/phones/count-rows.ts'
import { listRows } from '../../../../src/renderer/src/model/phones/list-rows.ts'
import type { Finding } from '../../../../src/shared/phones/finding.ts'
import type { PhoneList } from '../../../../src/shared/phones/phone-list.ts'

const finding = (severity: Finding['severity'], message: string, column?: Finding['column']): Finding => ({
  severity,
  code: 'username-invalid',
  row: 7,
  message,
  ...(column && { column }),
})

function listWith(status: 'ready' | 'error', ...findings: readonly Finding[]): PhoneList {
  const row = { row: 7, username: 'lobby', hardwareId: '00-04-F2-81-24-B3', region: undefined, status }
  return { name: 'phones.csv', rows: [row], findings }
}

describe('the rows of a checked list', () => {
  test('begin with the worst remark and say how many more there are', () => {
    const list = listWith('error', finding('note', 'Row 7: cleaned.'), finding('error', 'Row 7: no @ in it.'))
    expect(listRows(list)[0]).toMatchObject({ status: 'error', result: 'No @ in it. (and 1 more)' })
  })

  test('mark the cells that errors stand against, and only those', () => {
    const list = listWith('error', finding('error', 'x', 'username'), finding('warning', 'y', 'hardwareId'))
    expect(listRows(list)[0]?.wrong).toEqual(['username'])
  })

  test('are ready with a note, and a warning with a warning', () => {
    expect(listRows(listWith('ready', finding('note', 'x')))[0]?.status).toBe('ready')
    expect(listRows(listWith('ready', finding('warning', 'x')))[0]?.status).toBe('warning')
  })

  test('have no region where none is known', () => {
    expect(listRows(listWith('ready'))[0]?.region).toBe('')
  })

  test('leave remarks about the whole file to the list of findings', () => {
    const list = {
      ...listWith('ready'),
      findings: [{ severity: 'note', code: 'column-unused', message: 'x' }],
    } as const
    expect(listRows(list)[0]).toMatchObject({ result: '', findings: [] })
  })
})

test('rows are counted by their status', () => {
  const rows = listRows({
    ...listWith('ready'),
    rows: [2, 3, 4].map((row) => ({
      row,
      username: 'lobby@contoso.com',
      hardwareId: '',
      region: 'NOAM',
      status: row === 4 ? 'error' : 'ready',
    })),
  })
  expect(countRows(rows)).toEqual({ ready: 2, error: 1 })
})
