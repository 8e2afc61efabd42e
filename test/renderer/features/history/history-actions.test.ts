import { expect, test } from 'vitest'
import { deleteRun } from '../../../../src/renderer/src/features/history/history-actions.ts'
import { openRun } from '../../../../src/renderer/src/features/run/open-run.ts'
import { runName } from '../../../../src/renderer/src/model/run/run-name.ts'
import { type AppStores, createAppStores } from '../../../../src/renderer/src/stores/app-stores.ts'
import { hearEvents } from '../../../../src/renderer/src/stores/follow-run.ts'
import { loadRuns } from '../../../../src/renderer/src/stores/load-runs.ts'
import { fail, succeed } from '../../../../src/shared/result.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { fakeBridge } from '../../support/fake-bridge.ts'
import { pastEvents, pastRunOf } from '../../support/past-runs.ts'
import { goodSheet } from '../../support/samples.ts'

const { history, run: words } = text.window
const run = pastRunOf('a')

/** A main that has the runs a, b and c, and shows what it is asked to. */
function storesWith(more: Parameters<typeof fakeBridge>[0] = {}) {
  const runs = ['a', 'b', 'c'].map((runId) => pastRunOf(runId))
  let opened = 'none'
  const bridge = fakeBridge({
    'run:open': ({ runId }) => {
      opened = runId
      return succeed(undefined)
    },
    'run:current': () => succeed(pastEvents(opened)),
    'history:runs': () => succeed({ runs, unreadable: [] }),
    'run:delete': ({ runId }) => {
      runs.splice(
        runs.findIndex((one) => one.runId === runId),
        1,
      )
      return succeed(undefined)
    },
    ...more,
  })
  const stores = createAppStores(bridge)
  const said: string[] = []
  stores.live.subscribe((live) => said.push(live.said))
  return { stores, bridge, said }
}

const runShown = (stores: AppStores): string | undefined => stores.run.getState().state?.runId

test('an opened run is shown on the page of phones, and said to be a past one', async () => {
  const { stores, said } = storesWith()
  await openRun(stores, run)
  expect(runShown(stores)).toBe('a')
  expect(stores.view.getState()).toMatchObject({ page: 'phones', shown: 'run' })
  expect(said).toEqual([history.shown(runName(run), 'All 2 phones signed in')])
})

test('a run that begins is still said to have started', async () => {
  const { stores, said } = storesWith()
  hearEvents(stores, pastEvents('fresh').slice(0, 1))
  expect(said).toEqual([words.announce.started(2, 1)])
})

test('the run that is watched here is shown without asking for it', async () => {
  const { stores, bridge } = storesWith()
  hearEvents(stores, pastEvents('a').slice(0, 1))
  const before = bridge.asked.length
  await openRun(stores, run)
  expect(bridge.asked).toHaveLength(before)
  expect(stores.view.getState()).toMatchObject({ page: 'phones', shown: 'run' })
})

test('the run in view is asked for again: a terminal may have gone on with it, whatever its clock says', async () => {
  const { stores, bridge } = storesWith()
  await openRun(stores, run)
  const before = bridge.asked.length
  await openRun(stores, run)
  expect(bridge.asked.slice(before).map(({ channel }) => channel)).toEqual(['run:open', 'run:current'])
})

test('a run that cannot be opened leaves the page, and says why', async () => {
  const { stores } = storesWith({ 'run:open': () => fail({ kind: 'run-under-way', ...text.run.underWay }) })
  stores.view.setState({ page: 'history' })
  await openRun(stores, run)
  expect(stores.view.getState().page).toBe('history')
  expect(stores.notices.getState()).toMatchObject([{ message: text.run.underWay.message }])
  expect(stores.history.getState().opening).toBeUndefined()
})

test('the run in view, once deleted, leaves its place to the list, which can be edited again', async () => {
  const { stores, said } = storesWith()
  await loadRuns(stores)
  stores.list.setState({ sheet: goodSheet, runIds: ['a'] })
  await openRun(stores, run)
  await deleteRun(stores, 'a', 'this run')
  expect(runShown(stores)).toBeUndefined()
  expect(stores.view.getState().shown).toBe('list')
  expect(stores.list.getState()).toMatchObject({ sheet: goodSheet, runIds: [] })
  expect(said.at(-1)).toBe(history.remove.deleted('this run'))
})

test('deleting another run leaves the one in view', async () => {
  const { stores } = storesWith()
  await loadRuns(stores)
  await openRun(stores, run)
  await deleteRun(stores, 'b', 'this run')
  expect(runShown(stores)).toBe('a')
  expect(stores.view.getState().shown).toBe('run')
})

test('after a deletion the keyboard goes on at the next run, after the last one at the one before', async () => {
  const { stores } = storesWith()
  await loadRuns(stores)
  await deleteRun(stores, 'b', '')
  expect(stores.history.getState().run).toEqual({ id: 'c', focus: true })
  await deleteRun(stores, 'c', '')
  expect(stores.history.getState().run).toEqual({ id: 'a', focus: true })
  await deleteRun(stores, 'a', '')
  expect(stores.history.getState().run).toBeUndefined()
})

test('a run that cannot be deleted stays, and it is said why', async () => {
  const refusal = text.run.notRemoved('a.jsonl', 'EBUSY')
  const { stores } = storesWith({ 'run:delete': () => fail({ kind: 'file', ...refusal }) })
  await loadRuns(stores)
  await openRun(stores, run)
  await deleteRun(stores, 'a', '')
  expect(runShown(stores)).toBe('a')
  expect(stores.notices.getState()).toMatchObject([{ intent: 'error', message: refusal.message }])
})
