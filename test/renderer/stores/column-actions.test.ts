import { beforeEach, expect, test } from 'vitest'
import { type AppStores, createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import {
  chooseAgain,
  chooseHeaderRow,
  chooseRole,
  takeColumns,
} from '../../../src/renderer/src/stores/column-actions.ts'
import { openCells, openSheet } from '../../../src/renderer/src/stores/list-actions.ts'
import type { GridSource } from '../../../src/shared/phones/grid.ts'
import { succeed } from '../../../src/shared/result.ts'
import { cellsOf } from '../../support/cells-of.ts'
import { type FakeBridge, fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet } from '../support/samples.ts'

const sourceOf = (...records: readonly (readonly string[])[]): GridSource => ({
  name: 'export.csv',
  grids: [{ name: 'export.csv', sheet: undefined, firstRow: 1, issues: [], records }],
})
const uncertain = sourceOf(
  ['Owner mail', 'Primary mail', 'MAC'],
  ['ann@contoso.com', 'lobby@contoso.com', '00-04-F2-81-24-B3'],
)
let bridge: FakeBridge
let stores: AppStores
const shown = () => stores.list.getState()

beforeEach(() => {
  bridge = fakeBridge({ 'settings:change': () => succeed(stores.settings.getState()) })
  stores = createAppStores(bridge)
})

test('a file that leaves a question open is no list before it is answered', () => {
  openSheet(stores, goodSheet)
  openCells(stores, uncertain, 'file')
  expect(shown().sheet).toBe(goodSheet)
  expect(stores.view.getState().dialog).toBe('columns')

  chooseRole(stores, 0, 'username')
  expect(shown().choosing?.opened.choice.columns).toMatchObject({ username: 0, hardwareId: 2 })
  chooseRole(stores, 2, 'region')
  expect(shown().choosing?.opened.choice.columns).toMatchObject({ hardwareId: undefined, region: 2 })
  chooseRole(stores, 2, 'hardwareId')
  takeColumns(stores, 'list')
  expect(shown()).toMatchObject({ sheet: { rows: [{ username: 'ann@contoso.com' }] }, choosing: undefined })
  expect(stores.view.getState().dialog).toBeUndefined()
})

test('what was chosen is remembered by the headings, and counts for the next file with them', () => {
  openCells(stores, uncertain, 'file')
  chooseRole(stores, 0, 'username')
  takeColumns(stores, 'list')
  const layout = { headings: ['Owner mail', 'Primary mail', 'MAC'], columns: { username: 0, hardwareId: 2 } }
  expect(bridge.asked).toContainEqual({ channel: 'settings:change', request: { layout } })

  stores.settings.setState({ layouts: [layout] })
  openCells(stores, uncertain, 'file')
  expect(shown()).toMatchObject({ choosing: undefined, sheet: { rows: [{ username: 'ann@contoso.com' }] } })
})

test('a header that is none makes its row a phone', () => {
  openCells(stores, sourceOf(['a@contoso.com', '00-04-F2-81-24-B1'], ['b@contoso.com', 'B2']), 'file')
  chooseAgain(stores)
  chooseHeaderRow(stores, 1)
  expect(shown().choosing?.opened.choice.headerRow).toBe(1)
  chooseHeaderRow(stores, undefined)
  chooseRole(stores, 0, 'username')
  chooseRole(stores, 1, 'hardwareId')
  takeColumns(stores, 'list')
  expect(shown().sheet?.rows.map(({ row }) => row)).toEqual([1, 2])
})

test('pasted cells become a list where none is open, else somebody says whether they are added to it', () => {
  const cells = { ...cellsOf(goodSheet), name: 'Pasted list' }
  openCells(stores, cells, 'paste')
  expect(shown()).toMatchObject({ sheet: { rows: goodSheet.rows }, isOnlyHere: true, choosing: undefined })

  openSheet(stores, goodSheet)
  openCells(stores, cells, 'paste')
  expect(shown().sheet).toBe(goodSheet)
  takeColumns(stores, 'rows')
  expect(shown().sheet?.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5])
})

test('a pasted list is in no file, so that another one asks before it takes its place', () => {
  openCells(stores, cellsOf(goodSheet), 'paste')
  openCells(stores, cellsOf({ ...goodSheet, name: 'other.csv' }), 'file')
  expect(shown()).toMatchObject({ sheet: { name: 'phones.csv' }, waiting: { sheet: { name: 'other.csv' } } })
  expect(stores.view.getState().dialog).toBe('replace-list')
})

test('nothing is asked where nothing would be lost: other columns of the same cells, a list without rows', () => {
  openCells(stores, cellsOf(goodSheet), 'paste')
  chooseAgain(stores)
  takeColumns(stores, 'list')
  expect(stores.view.getState().dialog).toBeUndefined()
  expect(shown()).toMatchObject({ sheet: { rows: goodSheet.rows }, isOnlyHere: true })

  openSheet(stores, { ...goodSheet, rows: [] }, { opened: undefined, isOnlyHere: true })
  openCells(stores, cellsOf(goodSheet), 'file')
  expect(stores.view.getState().dialog).toBeUndefined()
})
