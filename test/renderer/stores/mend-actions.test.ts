import { beforeEach, describe, expect, test } from 'vitest'
import { createDesk, type Desk } from '../../../src/renderer/src/stores/desk.ts'
import { openSheet } from '../../../src/renderer/src/stores/list-actions.ts'
import { checkedList } from '../../../src/renderer/src/stores/list-store.ts'
import { mend, takeFixes, undo } from '../../../src/renderer/src/stores/mend-actions.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet, sheetOf } from '../support/samples.ts'

const sheet = sheetOf(
  ['lobby', '00-04-F2-81-24-B3'],
  ['gate@contoso.com', '00-90-8F-00-00-01:1'],
  ['lift@contoso.com', '00-90-8F-00-00-02:2'],
)

let desk: Desk
beforeEach(() => {
  desk = createDesk(fakeBridge())
  openSheet(desk, sheet)
})

const findings = () => checkedList(desk.list.getState())?.findings ?? []
const username = () => desk.list.getState().sheet?.rows[0]?.username

describe('a cell that is mended', () => {
  test('is checked again, and said to be', () => {
    expect(findings().some(({ row }) => row === 2)).toBe(true)
    mend(desk, 2, 'username', 'lobby@contoso.com')
    expect(findings().some(({ row }) => row === 2)).toBe(false)
    expect(desk.live.getState().said).toContain('Row 2')
  })

  test('can be taken back, one after the other', () => {
    mend(desk, 2, 'username', 'lobby@contoso.com')
    mend(desk, 2, 'username', 'hall@contoso.com')
    undo(desk)
    expect(username()).toBe('lobby@contoso.com')
    undo(desk)
    expect(desk.list.getState().sheet).toBe(sheet)
    undo(desk)
    expect(desk.list.getState().sheet).toBe(sheet)
  })

  test('is not another correction when nothing was changed', () => {
    mend(desk, 2, 'username', 'lobby')
    expect(desk.list.getState().corrections).toEqual([])
  })

  test('stays as it is once a run was started from the list', () => {
    mend(desk, 2, 'username', 'lobby@contoso.com')
    desk.list.setState({ runId: 'run' })
    mend(desk, 2, 'username', 'hall@contoso.com')
    undo(desk)
    expect(username()).toBe('lobby@contoso.com')
  })
})

test('all suggestions are one correction', () => {
  takeFixes(desk, findings())
  expect(desk.list.getState().sheet?.rows.map(({ hardwareId }) => hardwareId)).toEqual([
    '00-04-F2-81-24-B3',
    '00-90-8F-00-00-01:001',
    '00-90-8F-00-00-02:002',
  ])
  undo(desk)
  expect(desk.list.getState().sheet).toBe(sheet)
})

test('another list forgets the corrections of the one before', () => {
  mend(desk, 2, 'username', 'lobby@contoso.com')
  openSheet(desk, goodSheet)
  undo(desk)
  expect(desk.list.getState().sheet).toBe(goodSheet)
})
