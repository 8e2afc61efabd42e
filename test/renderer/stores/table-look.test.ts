import { expect, test } from 'vitest'
import { ownColumns } from '../../../src/renderer/src/model/phones/table-columns.ts'
import { createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import {
  recallSort,
  resetWidths,
  setPanelSize,
  setWidth,
  showColumn,
  sortRowsBy,
} from '../../../src/renderer/src/stores/table-look.ts'
import { mostColumnsKept } from '../../../src/shared/table-look.ts'
import { fakeBridge } from '../support/fake-bridge.ts'

const column = (name: string) => {
  const found = ownColumns.find(({ id }) => id === name)
  if (!found) throw new Error(`No column ${name}`)
  return found
}

test('what is chosen of the table holds at once, and is kept', () => {
  const bridge = fakeBridge()
  const stores = createAppStores(bridge)
  showColumn(stores, column('maker'), true)
  setWidth(stores, column('username'), 300.4)
  sortRowsBy(stores, { column: 'result', descending: true })
  setPanelSize(stores, { panelWidth: 500 })

  const look = {
    columns: { maker: true },
    widths: { username: 300 },
    sort: { column: 'result', descending: true },
    panelWidth: 500,
  }
  expect(stores.settings.getState().table).toEqual(look)
  expect(bridge.asked.at(-1)).toEqual({ channel: 'settings:change', request: { table: look } })

  const next = createAppStores(fakeBridge())
  next.settings.setState({ table: look })
  recallSort(next)
  expect(next.view.getState().sort).toEqual({ column: 'result', descending: true })
})

test('a column that a hand still moves is not kept with each step', () => {
  const bridge = fakeBridge()
  const stores = createAppStores(bridge)
  for (const width of [210, 220, 230]) setWidth(stores, column('username'), width, false)
  expect(bridge.asked).toEqual([])
  setWidth(stores, column('username'), 240)
  expect(bridge.asked).toHaveLength(1)
})

test('a width stays within reason, and goes back to the first one', () => {
  const stores = createAppStores(fakeBridge())
  setWidth(stores, column('username'), -40)
  setWidth(stores, column('result'), 90_000)
  expect(stores.settings.getState().table?.widths).toEqual({ username: 48, result: 2000 })
  setWidth(stores, column('result'), undefined)
  expect(stores.settings.getState().table?.widths).toEqual({ username: 48 })
  resetWidths(stores)
  expect(stores.settings.getState().table).toEqual({})
})

test('of hundreds of columns only the latest are remembered, so that main takes them', () => {
  const stores = createAppStores(fakeBridge())
  for (let at = 0; at < mostColumnsKept + 5; at++)
    showColumn(stores, { ...column('maker'), id: `file:${at}` }, true)
  const kept = Object.keys(stores.settings.getState().table?.columns ?? {})
  expect(kept).toHaveLength(mostColumnsKept)
  expect(kept.at(-1)).toBe(`file:${mostColumnsKept + 4}`)
})
