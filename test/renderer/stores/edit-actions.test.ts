import { beforeEach, describe, expect, test } from 'vitest'
import { type AppStores, createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import { addSheet, edit, takeFixes, undo } from '../../../src/renderer/src/stores/edit-actions.ts'
import { openSheet } from '../../../src/renderer/src/stores/list-actions.ts'
import { checkedList } from '../../../src/renderer/src/stores/list-check.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet, sheetOf } from '../support/samples.ts'

const sheet = sheetOf(
  ['lobby', '00-04-F2-81-24-B3'],
  ['gate@contoso.com', '00-90-8F-00-00-01:1'],
  ['lift@contoso.com', '00-90-8F-00-00-02:2'],
)

let stores: AppStores
beforeEach(() => {
  stores = createAppStores(fakeBridge())
  openSheet(stores, sheet)
})

const issues = () => checkedList(stores.list.getState())?.issues ?? []
const username = () => stores.list.getState().sheet?.rows[0]?.username

describe('a row whose cells may have moved', () => {
  const status = () => checkedList(stores.list.getState())?.rows.map(({ status }) => status)
  beforeEach(() => {
    const moved = { kind: 'short', cells: 2, columns: 3 } as const
    openSheet(stores, { ...goodSheet, rows: goodSheet.rows.map((row) => ({ ...row, moved })) })
  })

  test('counts once its username is kept as it is, and not for its hardware ID', () => {
    const [{ row, username, hardwareId } = { row: 0, username: '', hardwareId: '' }] = goodSheet.rows
    edit(stores, row, 'hardwareId', hardwareId)
    expect(status()?.[0]).toBe('error')
    edit(stores, row, 'username', username)
    expect(status()?.[0]).toBe('ready')
    undo(stores)
    expect(status()?.[0]).toBe('error')
  })
})

describe('a cell that is edited', () => {
  test('is checked again, and said to be', () => {
    expect(issues().some(({ row }) => row === 2)).toBe(true)
    edit(stores, 2, 'username', 'lobby@contoso.com')
    expect(issues().some(({ row }) => row === 2)).toBe(false)
    expect(stores.live.getState().said).toContain('Row 2')
  })

  test('can be taken back, one after the other', () => {
    edit(stores, 2, 'username', 'lobby@contoso.com')
    edit(stores, 2, 'username', 'hall@contoso.com')
    undo(stores)
    expect(username()).toBe('lobby@contoso.com')
    undo(stores)
    expect(stores.list.getState().sheet).toBe(sheet)
    undo(stores)
    expect(stores.list.getState().sheet).toBe(sheet)
  })

  test('is not another correction when nothing was changed', () => {
    edit(stores, 2, 'username', 'lobby')
    expect(stores.list.getState().history.past).toEqual([])
  })
})

test('all suggestions are one correction', () => {
  takeFixes(stores, issues())
  expect(stores.list.getState().sheet?.rows.map(({ hardwareId }) => hardwareId)).toEqual([
    '00-04-F2-81-24-B3',
    '00-90-8F-00-00-01:001',
    '00-90-8F-00-00-02:002',
  ])
  undo(stores)
  expect(stores.list.getState().sheet).toBe(sheet)
})

test('another list forgets the corrections of the one before', () => {
  edit(stores, 2, 'username', 'lobby@contoso.com')
  openSheet(stores, goodSheet)
  undo(stores)
  expect(stores.list.getState().sheet).toBe(goodSheet)
})

test('rows that are added are one change, and are not among the phones that were included before', () => {
  stores.list.setState({ includeSignedIn: true })
  addSheet(stores, goodSheet)
  expect(stores.list.getState()).toMatchObject({
    includeSignedIn: false,
    history: { past: [{ rows: [sheet.rows.length + 2, sheet.rows.length + 3] }] },
  })
  undo(stores)
  expect(stores.list.getState().sheet?.rows).toBe(sheet.rows)
})
