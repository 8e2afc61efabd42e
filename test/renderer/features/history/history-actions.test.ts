import { expect, test } from 'vitest'
import { deleteRun } from '../../../../src/renderer/src/features/history/history-actions.ts'
import { openRun } from '../../../../src/renderer/src/features/run/open-run.ts'
import { runName } from '../../../../src/renderer/src/model/run/run-name.ts'
import { createDesk, type Desk } from '../../../../src/renderer/src/stores/desk.ts'
import { loadRuns } from '../../../../src/renderer/src/stores/load.ts'
import { hearEvents } from '../../../../src/renderer/src/stores/open-desk.ts'
import { fail, succeed } from '../../../../src/shared/result.ts'
import { text } from '../../../../src/shared/text/index.ts'
import { fakeBridge } from '../../support/fake-bridge.ts'
import { pastEvents, pastRunOf } from '../../support/past-runs.ts'
import { goodSheet } from '../../support/samples.ts'

const { history, run: words } = text.window
const run = pastRunOf('a')

/** A main that has the runs a, b and c, and shows what it is asked to. */
function deskWith(more: Parameters<typeof fakeBridge>[0] = {}) {
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
  const desk = createDesk(bridge)
  const said: string[] = []
  desk.live.subscribe((live) => said.push(live.said))
  return { desk, bridge, said }
}

const runShown = (desk: Desk): string | undefined => desk.run.getState().state?.runId

test('an opened run is shown on the page of phones, and said to be a past one', async () => {
  const { desk, said } = deskWith()
  await openRun(desk, run)
  expect(runShown(desk)).toBe('a')
  expect(desk.view.getState()).toMatchObject({ page: 'phones', shown: 'run' })
  expect(said).toEqual([history.shown(runName(run), words.strip.finished(2, 2))])
})

test('a run that begins is still said to have started', async () => {
  const { desk, said } = deskWith()
  hearEvents(desk, pastEvents('fresh').slice(0, 1))
  expect(said).toEqual([words.announce.started(2, 1)])
})

test('a batch more of the run that is watched here is one that was made here', async () => {
  const { desk, bridge } = deskWith()
  const readings = (): number => bridge.asked.filter(({ channel }) => channel === 'history:runs').length
  const [started, submitting, submitted, ...rest] = pastEvents('a')
  if (!started || !submitting || !submitted) throw new Error('A whole run has a batch')
  hearEvents(desk, [started, submitting])
  expect(readings()).toBe(1)
  hearEvents(desk, [submitted])
  expect(readings()).toBe(2)
  hearEvents(desk, rest.slice(0, 1))
  expect(readings()).toBe(2)
})

test('the run that is watched here is shown without asking for it', async () => {
  const { desk, bridge } = deskWith()
  hearEvents(desk, pastEvents('a').slice(0, 1))
  const before = bridge.asked.length
  await openRun(desk, run)
  expect(bridge.asked).toHaveLength(before)
  expect(desk.view.getState()).toMatchObject({ page: 'phones', shown: 'run' })
})

test('the run in view is asked for again: a terminal may have gone on with it, whatever its clock says', async () => {
  const { desk, bridge } = deskWith()
  await openRun(desk, run)
  const before = bridge.asked.length
  await openRun(desk, run)
  expect(bridge.asked.slice(before).map(({ channel }) => channel)).toEqual(['run:open', 'run:current'])
})

test('a run that cannot be opened leaves the page, and says why', async () => {
  const { desk } = deskWith({ 'run:open': () => fail({ kind: 'run-under-way', ...text.run.underWay }) })
  desk.view.setState({ page: 'history' })
  await openRun(desk, run)
  expect(desk.view.getState().page).toBe('history')
  expect(desk.notices.getState()).toMatchObject([{ message: text.run.underWay.message }])
  expect(desk.history.getState().opening).toBeUndefined()
})

test('the run in view, once deleted, leaves its place to the list, which can be edited again', async () => {
  const { desk, said } = deskWith()
  await loadRuns(desk)
  desk.list.setState({ sheet: goodSheet, runId: 'a' })
  await openRun(desk, run)
  await deleteRun(desk, 'a', 'this run')
  expect(runShown(desk)).toBeUndefined()
  expect(desk.view.getState().shown).toBe('list')
  expect(desk.list.getState()).toMatchObject({ sheet: goodSheet, runId: undefined })
  expect(said.at(-1)).toBe(history.remove.deleted('this run'))
})

test('deleting another run leaves the one in view', async () => {
  const { desk } = deskWith()
  await loadRuns(desk)
  await openRun(desk, run)
  await deleteRun(desk, 'b', 'this run')
  expect(runShown(desk)).toBe('a')
  expect(desk.view.getState().shown).toBe('run')
})

test('after a deletion the keyboard goes on at the next run, after the last one at the one before', async () => {
  const { desk } = deskWith()
  await loadRuns(desk)
  await deleteRun(desk, 'b', '')
  expect(desk.history.getState().run).toEqual({ id: 'c', focus: true })
  await deleteRun(desk, 'c', '')
  expect(desk.history.getState().run).toEqual({ id: 'a', focus: true })
  await deleteRun(desk, 'a', '')
  expect(desk.history.getState().run).toBeUndefined()
})

test('a run that cannot be deleted stays, and it is said why', async () => {
  const refusal = text.run.notRemoved('a.jsonl', 'EBUSY')
  const { desk } = deskWith({ 'run:delete': () => fail({ kind: 'file', ...refusal }) })
  await loadRuns(desk)
  await openRun(desk, run)
  await deleteRun(desk, 'a', '')
  expect(runShown(desk)).toBe('a')
  expect(desk.notices.getState()).toMatchObject([{ intent: 'error', message: refusal.message }])
})
