import { expect, test } from 'vitest'
import { createDesk } from '../../../src/renderer/src/stores/desk.ts'
import {
  browse,
  chooseRegion,
  keepList,
  openDropped,
  openSheet,
} from '../../../src/renderer/src/stores/list-actions.ts'
import { checkedList } from '../../../src/renderer/src/stores/list-store.ts'
import { mend } from '../../../src/renderer/src/stores/mend-actions.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { goodSheet, sheetOf } from '../support/samples.ts'

test('a file that is no list leaves the open list, and a message that the next good one clears', async () => {
  const wrong = { kind: 'not-a-list', message: '"phones.xlsx" is an Excel workbook.' } as const
  const desk = createDesk(
    fakeBridge({ 'list:browse': () => succeed(goodSheet), 'list:drop': () => fail(wrong) }),
  )
  await browse(desk)
  await openDropped(desk, { name: 'phones.xlsx', bytes: new Uint8Array() })
  expect(desk.list.getState().sheet).toBe(goodSheet)
  expect(desk.notices.getState()).toEqual([{ about: 'list', intent: 'error', message: wrong.message }])

  await browse(desk)
  expect(desk.notices.getState()).toEqual([])
})

test('a region chosen for one list is none for the rows without one of another that says its regions itself', () => {
  const desk = createDesk(fakeBridge())
  const ownRegions = sheetOf(
    ['lobby@contoso.com', '00-04-F2-81-24-B3', 'EMEA'],
    ['gate@contoso.com', '00-04-F2-81-24-B4', ''],
  )
  openSheet(desk, goodSheet)
  chooseRegion(desk, 'APAC')
  openSheet(desk, ownRegions)
  expect(checkedList(desk.list.getState())).toMatchObject({
    rows: [{ region: 'EMEA' }, { region: undefined, status: 'error' }],
    findings: [{ code: 'region-missing', row: 3 }],
  })

  chooseRegion(desk, 'NOAM')
  expect(checkedList(desk.list.getState())?.rows).toMatchObject([{ region: 'EMEA' }, { region: 'NOAM' }])
})

test('a region chosen before any list is opened is kept for it', () => {
  const desk = createDesk(fakeBridge())
  chooseRegion(desk, 'APAC')
  openSheet(desk, goodSheet)
  expect(desk.list.getState().region).toBe('APAC')
})

test('a dialog that was cancelled changes nothing', async () => {
  let chosen: typeof goodSheet | undefined = goodSheet
  const desk = createDesk(fakeBridge({ 'list:browse': () => succeed(chosen) }))
  await browse(desk)
  chosen = undefined
  desk.view.setState({ filter: 'lobby' })
  await browse(desk)
  expect(desk.list.getState().sheet).toBe(goodSheet)
  expect(desk.view.getState().filter).toBe('lobby')
})

test('a bridge that fails is told in words, never silence', async () => {
  const desk = createDesk(
    fakeBridge({
      'list:browse': () => {
        throw new Error('gone')
      },
    }),
  )
  await browse(desk)
  expect(desk.notices.getState()).toMatchObject([{ about: 'list', intent: 'error' }])
})

test('another list takes the place of one with corrections only after a question', async () => {
  const other = { ...goodSheet, name: 'other.csv' }
  const desk = createDesk(fakeBridge({ 'list:browse': () => succeed(other) }))
  openSheet(desk, goodSheet)
  mend(desk, 2, 'username', 'hall@contoso.com')
  await browse(desk)
  expect(desk.list.getState()).toMatchObject({ sheet: { name: 'phones.csv' }, waiting: other })
  expect(desk.view.getState().dialog).toBe('replace-list')

  keepList(desk)
  expect(desk.list.getState()).toMatchObject({ sheet: { name: 'phones.csv' }, waiting: undefined })
  expect(desk.list.getState().corrections).toHaveLength(1)

  await browse(desk)
  openSheet(desk, other)
  expect(desk.list.getState()).toMatchObject({ sheet: other, corrections: [], waiting: undefined })
  expect(desk.view.getState().dialog).toBeUndefined()
})

test('corrections that were run are in the run: nothing is asked', async () => {
  const other = { ...goodSheet, name: 'other.csv' }
  const desk = createDesk(fakeBridge({ 'list:browse': () => succeed(other) }))
  openSheet(desk, goodSheet)
  mend(desk, 2, 'username', 'hall@contoso.com')
  desk.list.setState({ runId: 'run' })
  await browse(desk)
  expect(desk.list.getState().sheet).toBe(other)
})
