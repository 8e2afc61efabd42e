import { expect, test } from 'vitest'
import { createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import { edit } from '../../../src/renderer/src/stores/edit-actions.ts'
import {
  browse,
  chooseRegion,
  keepList,
  openDropped,
  openSheet,
} from '../../../src/renderer/src/stores/list-actions.ts'
import { checkedList } from '../../../src/renderer/src/stores/list-check.ts'
import { addListRun } from '../../../src/renderer/src/stores/list-runs.ts'
import type { GridSource } from '../../../src/shared/phones/grid.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { cellsOf } from '../../support/cells-of.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet, sheetOf } from '../support/samples.ts'

test('a file that is no list leaves the open list, and a message that the next good one clears', async () => {
  const wrong = { kind: 'not-a-list', message: '"phones.xlsx" is an Excel workbook.' } as const
  const stores = createAppStores(
    fakeBridge({ 'list:browse': () => succeed(cellsOf(goodSheet)), 'list:drop': () => fail(wrong) }),
  )
  await browse(stores)
  await openDropped(stores, { name: 'phones.xlsx', bytes: new Uint8Array() })
  expect(stores.list.getState().sheet).toEqual(goodSheet)
  expect(stores.notices.getState()).toEqual([{ about: 'list', intent: 'error', message: wrong.message }])

  await browse(stores)
  expect(stores.notices.getState()).toEqual([])
})

test('a region chosen for one list is none for the rows without one of another that says its regions itself', () => {
  const stores = createAppStores(fakeBridge())
  const ownRegions = sheetOf(
    ['lobby@contoso.com', '00-04-F2-81-24-B3', 'EMEA'],
    ['gate@contoso.com', '00-04-F2-81-24-B4', ''],
  )
  openSheet(stores, goodSheet)
  chooseRegion(stores, 'APAC')
  openSheet(stores, ownRegions)
  expect(checkedList(stores.list.getState())).toMatchObject({
    rows: [{ region: 'EMEA' }, { region: undefined, status: 'error' }],
    issues: [{ code: 'region-missing', row: 3 }],
  })

  chooseRegion(stores, 'NOAM')
  expect(checkedList(stores.list.getState())?.rows).toMatchObject([{ region: 'EMEA' }, { region: 'NOAM' }])
})

test('a region chosen before any list is opened is kept for it', () => {
  const stores = createAppStores(fakeBridge())
  chooseRegion(stores, 'APAC')
  openSheet(stores, goodSheet)
  expect(stores.list.getState().region).toBe('APAC')
})

test('a dialog that was cancelled changes nothing', async () => {
  let chosen: GridSource | undefined = cellsOf(goodSheet)
  const stores = createAppStores(fakeBridge({ 'list:browse': () => succeed(chosen) }))
  await browse(stores)
  chosen = undefined
  stores.view.setState({ filter: 'lobby' })
  await browse(stores)
  expect(stores.list.getState().sheet).toEqual(goodSheet)
  expect(stores.view.getState().filter).toBe('lobby')
})

test('a bridge that fails is told in words, never silence', async () => {
  const stores = createAppStores(
    fakeBridge({
      'list:browse': () => {
        throw new Error('gone')
      },
    }),
  )
  await browse(stores)
  expect(stores.notices.getState()).toMatchObject([{ about: 'list', intent: 'error' }])
})

test('another list takes the place of one with corrections only after a question', async () => {
  const other = { ...goodSheet, name: 'other.csv' }
  const stores = createAppStores(fakeBridge({ 'list:browse': () => succeed(cellsOf(other)) }))
  openSheet(stores, goodSheet)
  edit(stores, 2, 'username', 'hall@contoso.com')
  await browse(stores)
  expect(stores.list.getState()).toMatchObject({ sheet: { name: 'phones.csv' }, waiting: { sheet: other } })
  expect(stores.view.getState().dialog).toBe('replace-list')

  keepList(stores)
  expect(stores.list.getState()).toMatchObject({ sheet: { name: 'phones.csv' }, waiting: undefined })
  expect(stores.list.getState().history.past).toHaveLength(1)

  await browse(stores)
  openSheet(stores, other)
  expect(stores.list.getState()).toMatchObject({ sheet: other, history: { past: [] }, waiting: undefined })
  expect(stores.view.getState().dialog).toBeUndefined()
})

test('corrections that were run are in the run: nothing is asked', async () => {
  const other = { ...goodSheet, name: 'other.csv' }
  const stores = createAppStores(fakeBridge({ 'list:browse': () => succeed(cellsOf(other)) }))
  openSheet(stores, goodSheet)
  edit(stores, 2, 'username', 'hall@contoso.com')
  addListRun(stores, 'run')
  await browse(stores)
  expect(stores.list.getState().sheet).toEqual(other)
})
