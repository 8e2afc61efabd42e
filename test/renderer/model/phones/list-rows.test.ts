import { describe, expect, test } from 'vitest'
import { countRows } from '../../../../src/renderer/src/model/phones/count-rows.ts'
import { listRows } from '../../../../src/renderer/src/model/phones/list-rows.ts'
import type { Issue } from '../../../../src/shared/phones/issue.ts'
import type { PhoneList } from '../../../../src/shared/phones/phone-list.ts'
import { noMemory } from '../../../../src/shared/run/run-memory.ts'

/** No run, nothing remembered, nothing left out. */
const unrun = { memory: noMemory, areIncluded: false, leftOut: new Set<number>(), runs: [] }

const issue = (severity: Issue['severity'], message: string, column?: Issue['column']): Issue => ({
  severity,
  code: 'username-invalid',
  row: 7,
  message,
  ...(column && { column }),
})

function listWith(status: 'ready' | 'error', ...issues: readonly Issue[]): PhoneList {
  const row = { row: 7, username: 'lobby', hardwareId: '00-04-F2-81-24-B3', region: undefined, status }
  return { name: 'phones.csv', rows: [row], issues }
}

describe('the rows of a checked list', () => {
  test('begin with the worst issue and say how many more there are', () => {
    const list = listWith('error', issue('note', 'Cleaned.'), issue('error', 'No @ in it.'))
    expect(listRows(list, unrun)[0]).toMatchObject({
      status: 'error',
      result: 'No @ in it. (and 1 more)',
    })
  })

  test('mark the cells that errors stand against, and only those', () => {
    const list = listWith('error', issue('error', 'x', 'username'), issue('warning', 'y', 'hardwareId'))
    expect(listRows(list, unrun)[0]?.wrong).toEqual(['username'])
  })

  test('are ready with a note, and a warning with a warning', () => {
    expect(listRows(listWith('ready', issue('note', 'x')), unrun)[0]?.status).toBe('ready')
    expect(listRows(listWith('ready', issue('warning', 'x')), unrun)[0]?.status).toBe('warning')
  })

  test('have no region where none is known', () => {
    expect(listRows(listWith('ready'), unrun)[0]?.region).toBe('')
  })

  test('leave issues about the whole file to the list of issues', () => {
    const list = {
      ...listWith('ready'),
      issues: [{ severity: 'note', code: 'column-unused', message: 'x' }],
    } as const
    expect(listRows(list, unrun)[0]).toMatchObject({ result: '', issues: [] })
  })
})

test('rows are counted by their status', () => {
  const rows = listRows(
    {
      ...listWith('ready'),
      rows: [2, 3, 4].map((row) => ({
        row,
        username: 'lobby@contoso.com',
        hardwareId: '',
        region: 'NOAM',
        status: row === 4 ? 'error' : 'ready',
      })),
    },
    unrun,
  )
  expect(countRows(rows)).toEqual({ ready: 2, error: 1 })
  // As many other rows: nothing is left of the count before.
  expect(countRows(rows.map((row) => ({ ...row, status: 'warning' as const })))).toEqual({ warning: 3 })
  expect(countRows(rows)).toEqual({ ready: 2, error: 1 })
})
