import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { phoneKey } from '../../src/core/run/batch-phones.ts'
import { createElsewhereReader } from '../../src/core/run/elsewhere.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns } from '../../src/core/run/runs.ts'
import type { Session } from '../../src/core/run/session.ts'
import type { TenantSession } from '../../src/core/session/tenant-session.ts'
import { runHandlers } from '../../src/main/handlers/runs.ts'
import { schemas } from '../../src/main/ipc/schemas.ts'
import {
  askToRetry,
  askToStart,
  askToStartSelected,
  goOn,
  retryFailed,
  startRun,
} from '../../src/renderer/src/features/run/run-actions.ts'
import type { Question } from '../../src/renderer/src/model/run/confirmation.ts'
import { questionOf } from '../../src/renderer/src/model/run/question.ts'
import { type AppStores, createAppStores } from '../../src/renderer/src/stores/app-stores.ts'
import {
  addPhone,
  deleteRows,
  duplicate,
  edit,
  leaveOut,
  redo,
  undo,
} from '../../src/renderer/src/stores/edit-actions.ts'
import { takeEvents } from '../../src/renderer/src/stores/follow-run.ts'
import { chooseRegion, openSheet } from '../../src/renderer/src/stores/list-actions.ts'
import { checkedList } from '../../src/renderer/src/stores/list-check.ts'
import { loadRuns } from '../../src/renderer/src/stores/load-runs.ts'
import { selectShown, toggleSelected } from '../../src/renderer/src/stores/selection-actions.ts'
import { elsewhereIn, listRunsIn, memoryIn } from '../../src/renderer/src/stores/use-memory.ts'
import { listRowsIn } from '../../src/renderer/src/stores/use-rows.ts'
import { fail, succeed } from '../../src/shared/result.ts'
import { joinRuns } from '../../src/shared/run/join-runs.ts'
import { isUnfinished } from '../../src/shared/run/past-run.ts'
import { deviceKeyOf, phoneKeyOf } from '../../src/shared/run/phone-key.ts'
import { resultFile } from '../../src/shared/run/result-file.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { fakeBridge } from '../renderer/support/fake-bridge.ts'
import { sheetOf } from '../renderer/support/samples.ts'
import { removeFolder } from './remove-folder.ts'
import { operator, tenant } from './run-samples.ts'
import { scriptedGateway } from './scripted-gateway.ts'
import { virtualClock } from './virtual-clock.ts'

/** Window and main have to plan the same batches. */
const batchSize = 2

// Stores, what main makes of their requests, the engine and its journals are the real ones; the service is scripted.

const accounts = ['lobby', 'gate', 'lift', 'bad.desk', 'bad.hall', 'not a username'] as const
const devices = ['B3', 'B4', 'B5', 'B6', 'B7'] as const
const deviceAt = (at: number): string => devices[at % devices.length] ?? devices[0]
const usernameOf = (name: string): string => (name.includes(' ') ? name : `${name}@contoso.com`)
const list = sheetOf(
  ...(['lobby', 'gate', 'bad.desk', 'not a username', 'lift'] as const).map(
    (name, at) => [usernameOf(name), `00-04-F2-81-24-${devices[at]}`] as const,
  ),
)

const place = fc.nat({ max: 7 })
// `after`: how many events of the run there are before the app is killed, if at all.
const begun = (...ways: readonly ('start' | 'start selected' | 'retry')[]) =>
  fc.record({
    do: fc.constantFrom(...ways),
    include: fc.boolean(),
    after: fc.option(fc.nat({ max: 6 }), { nil: undefined, freq: 3 }),
  })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('edit' as const), at: place, to: fc.constantFrom(...accounts) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('device' as const), at: place, to: fc.constantFrom(...devices) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('select' as const), at: place }) },
  fc.record({ do: fc.constantFrom('all', 'undo', 'redo', 'out', 'back', 'duplicate', 'delete', 'add') }),
  { weight: 4, arbitrary: begun('start', 'start selected', 'retry') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resume' as const) }) },
  // Another administrator signs a phone in, and it may be over (`later`) before anything else happens here.
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('colleague' as const),
      ...{ to: fc.constantFrom('lobby', 'gate', 'lift', 'bad.desk'), at: place, later: fc.boolean() },
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** At least one run among them: what never submits anything proves nothing. */
const steps = fc
  .tuple(fc.array(step, { maxLength: 7 }), begun('start'), fc.array(step, { minLength: 3, maxLength: 7 }))
  .map(([before, start, after]): readonly Step[] => [...before, start, ...after])

const noReads = {} as TenantSession['reads']

/** A computer with a service: the app on it can be killed and opened again. */
async function computer(directory: string) {
  const clock = virtualClock(Date.now())
  const gateway = scriptedGateway(clock, { isFailed: ({ userName }) => userName.startsWith('bad') })
  const session: Session = { tenant, operator, clock, gateway, end: async () => {} }
  const repository = createRunRepository(directory)
  /** The phones that somebody has agreed to sign in although they were submitted before; agreed each time. */
  const included: string[] = []
  /** The batches that another administrator has made. */
  const foreign = new Set<string>()
  const elsewhere = createElsewhereReader(clock.now)
  let app = open()

  function open() {
    const runs = createRuns({ repository, appVersion: '0.1.0', random: () => 0.5 })
    const handlers = runHandlers({
      ...{ runs, repository, flush: () => {}, now: clock.now, batchSize: () => batchSize },
      sessions: { current: () => ({ ...session, reads: noReads }) },
      elsewhere,
    })
    const bridge = fakeBridge({
      'history:runs': () => repository.list(),
      'history:elsewhere': async () => {
        const listed = await repository.list()
        if (!listed.ok) return listed
        const read = await elsewhere.read(session, listed.value.runs)
        return read.ok ? read : fail({ kind: 'service', message: 'The history is not read.' })
      },
      'run:current': () => succeed(runs.events()),
      'run:start': (request) => handlers['run:start'](schemas['run:start'].parse(request)),
      'run:retry-failed': (request) =>
        handlers['run:retry-failed'](schemas['run:retry-failed'].parse(request)),
      'run:open': (request) => handlers['run:open'](request),
      'run:resume': (request) => handlers['run:resume'](schemas['run:resume'].parse(request)),
    })
    const stores = createAppStores(bridge)
    stores.session.setState({
      session: { kind: 'signed-in', tenant, operator, accounts: [], storage: 'encrypted' },
    })
    runs.subscribe((event) => void takeEvents(stores, [event]))
    openSheet(stores, list)
    chooseRegion(stores, 'EMEA')
    return { runs, stores }
  }

  const question = (): Question | undefined => {
    const { stores } = app
    const { dialog, asked } = stores.view.getState()
    if (dialog !== 'start' && dialog !== 'retry' && dialog !== 'resume') return undefined
    return questionOf(dialog, {
      ...{ asked, rows: listRowsIn(stores), list: checkedList(stores.list.getState()) },
      session: stores.session.getState().session,
      run: stores.run.getState().state,
      runs: stores.history.getState().disk.value?.runs,
      memory: memoryIn(stores),
      elsewhere: elsewhereIn(stores),
      areIncluded: stores.list.getState().includeSignedIn,
      batchSize,
    })
  }

  /** Answers the question that is open, and lets the run go to its end, or to where the app is killed. */
  async function goThrough(
    begin: (stores: AppStores, confirmed: Question['confirmed']) => Promise<boolean>,
    { include = false, after }: { readonly include?: boolean; readonly after?: number | undefined } = {},
  ): Promise<void> {
    const { stores, runs } = app
    const isOpen = question()?.signedIn?.isOpen === true
    if (isOpen) stores.view.setState({ asked: { ...stores.view.getState().asked, include } })
    const asked = question()
    stores.view.setState({ dialog: undefined })
    if (!asked || asked.phones === 0) return
    // Yes to what the question names as signed in before is no yes to anything else.
    const before = new Set(gateway.taken.flatMap(({ phones }) => phones.map(phoneKey)))
    if (isOpen && include)
      included.push(...asked.confirmed.phones.map(phoneKeyOf).filter((key) => before.has(key)))
    let left = after ?? Number.POSITIVE_INFINITY
    const end = runs.subscribe((_, when) => {
      if (when === 'now' && --left <= 0) runs.stopWatching('closing')
    })
    await clock.run(begin(stores, asked.confirmed))
    await clock.run(runs.idle())
    end()
    if (after === undefined) return
    // A killed process writes no last word.
    for (const file of await readdir(directory)) {
      if (!file.endsWith('.jsonl')) continue
      const said = await readFile(join(directory, file), 'utf8')
      await writeFile(join(directory, file), said.replace(/\{[^\n]*"WatchStopped"[^\n]*\}\n$/, ''))
    }
    app = open()
  }

  return {
    gateway,
    included,
    foreign,
    stores: () => app.stores,
    async take(one: Step): Promise<void> {
      const { stores } = app
      const rows = stores.list.getState().sheet?.rows ?? []
      const rowAt = (at: number): number => rows[at % Math.max(1, rows.length)]?.row ?? 0
      const selected = [...stores.view.getState().selection.rows]
      switch (one.do) {
        case 'edit':
          return edit(stores, rowAt(one.at), 'username', usernameOf(one.to))
        case 'device':
          return edit(stores, rowAt(one.at), 'hardwareId', `00-04-F2-81-24-${one.to}`)
        case 'select':
          return toggleSelected(stores, rowAt(one.at))
        case 'all':
          return selectShown(stores)
        case 'undo':
          return undo(stores)
        case 'redo':
          return redo(stores)
        case 'out':
        case 'back':
          return leaveOut(stores, selected, one.do === 'out')
        case 'duplicate':
          return duplicate(stores, selected.slice(0, 1))
        case 'delete':
          return deleteRows(stores, selected.slice(0, 1))
        case 'add':
          return addPhone(stores, 'shop@contoso.com', '00-04-F2-81-24-C0')
        case 'start':
          await clock.run(askToStart(stores))
          return goThrough(startRun, { after: one.after })
        case 'start selected':
          if (selected.length === 0) return
          await clock.run(askToStartSelected(stores))
          return goThrough(startRun, one)
        case 'retry':
          await clock.run(askToRetry(stores))
          return goThrough(stores.view.getState().dialog === 'retry' ? retryFailed : startRun, {
            after: one.after,
          })
        case 'resume': {
          await clock.run(loadRuns(stores))
          const run = stores.history.getState().disk.value?.runs.find(isUnfinished)
          if (!run) return
          await clock.run(app.runs.open(run.runId))
          takeEvents(stores, app.runs.events())
          stores.view.setState({ dialog: 'resume' })
          if (question()?.phones === 0) {
            await clock.run(goOn(stores, { tenantId: tenant.id, phones: [], batches: 0 }))
            await clock.run(app.runs.idle())
          }
          return goThrough(goOn)
        }
        case 'colleague': {
          const phone = { userName: usernameOf(one.to), hardwareId: `00-04-F2-81-24-${deviceAt(one.at)}` }
          const made = await gateway.createBatch('EMEA', [phone])
          if (made.ok) foreign.add(made.value.batchId)
          if (one.later) await clock.run(clock.sleep(180_000))
          return
        }
        default:
          throw new Error('Nobody knows how to do that')
      }
    },
  }
}

/** What the journals hold, but for a last word that a process which is killed does not say. */
async function journalsIn(directory: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.jsonl'))
  return new Map(
    await Promise.all(
      files.map(
        async (file) =>
          [
            file,
            (await readFile(join(directory, file), 'utf8')).replace(/\{[^\n]*"WatchStopped"[^\n]*\}\n$/, ''),
          ] as const,
      ),
    ),
  )
}

/**
 * Whatever is edited, selected, run, killed, resumed and retried, and whatever another administrator signs in meanwhile: no
 * phone is submitted again unasked, nothing that was recorded changes, and each row is exported once.
 */
export async function proveListRuns(numRuns: number): Promise<void> {
  const seen = { submitted: 0, again: 0, foreign: 0 }
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const directory = await mkdtemp(join(tmpdir(), 'list-runs-'))
      try {
        const one = await computer(directory)
        let recorded: ReadonlyMap<string, string> = new Map()
        for (const next of taken) {
          await one.take(next)
          recorded = await expectRecorded(directory, recorded, next.do)
          expectExportedOnce(listRunsIn(one.stores()))
        }
        expectAskedFor(one, seen)
      } finally {
        await removeFolder(directory)
      }
    }),
    { numRuns },
  )
  // A case that never happened proves nothing. A few runs meet the rarer ones by chance alone.
  expect(seen.submitted).toBeGreaterThan(0)
  if (numRuns < 500) return
  expect(seen.submitted).toBeGreaterThan(numRuns / 2)
  expect(seen.again).toBeGreaterThan(0)
  expect(seen.foreign).toBeGreaterThan(0)
}

/** No line that a journal had is another one now. */
async function expectRecorded(
  directory: string,
  recorded: ReadonlyMap<string, string>,
  did: string,
): Promise<ReadonlyMap<string, string>> {
  const now = await journalsIn(directory)
  for (const [file, before] of recorded)
    expect(now.get(file)?.startsWith(before), `${file} after ${did}`).toBe(true)
  return now
}

function expectExportedOnce([first, ...later]: readonly RunState[]): void {
  if (!first) return
  const joined = joinRuns([first, ...later])
  const rows = [...joined.phones, ...joined.leftOut, ...(joined.notChosen ?? [])].map(({ row }) => row)
  expect(new Set(rows).size).toBe(rows.length)
  const named = [first, ...later].flatMap(({ phones, leftOut, notChosen = [] }) =>
    [...phones, ...leftOut, ...notChosen].map(({ row }) => row),
  )
  expect(new Set(rows)).toEqual(new Set(named))
  expect(resultFile(joined).trimEnd().split('\r\n')).toHaveLength(1 + rows.length)
}

/**
 * Each submission of a phone after another one that did not fail was asked for, whoever had made that one. One that another
 * administrator has under way is never submitted.
 */
function expectAskedFor(
  { gateway, foreign, included }: Awaited<ReturnType<typeof computer>>,
  seen: { submitted: number; again: number; foreign: number },
): void {
  const again = new Map<string, number>()
  const accountOn = new Map<string, string>()
  const before = new Map<string, { readonly isForeign: boolean; readonly takenAt: number }>()
  for (const { batchId, phones, takenAt } of gateway.taken)
    for (const phone of phones) {
      if (phone.userName.startsWith('bad')) continue
      const key = phoneKey(phone)
      const device = deviceKeyOf(phone)
      // A device that was given another account since is no longer signed in with the first one.
      const last = accountOn.get(device) === key ? before.get(key) : undefined
      accountOn.set(device, key)
      const isForeign = foreign.has(batchId)
      if (!isForeign) seen.submitted += 1
      if (!isForeign && last) {
        seen[last.isForeign ? 'foreign' : 'again'] += 1
        again.set(key, (again.get(key) ?? 0) + 1)
        const agreed = included.filter((one) => one === key).length
        expect(again.get(key), key).toBeLessThanOrEqual(agreed)
        // The service is through with a phone after a minute.
        if (last.isForeign) expect(takenAt - last.takenAt, key).toBeGreaterThanOrEqual(60_000)
      }
      before.set(key, { isForeign, takenAt })
    }
}
