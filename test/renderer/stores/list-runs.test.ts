import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createElsewhereReader } from '../../../src/core/run/elsewhere.ts'
import { createRunRepository } from '../../../src/core/run/run-repository.ts'
import { createRuns } from '../../../src/core/run/runs.ts'
import type { Session } from '../../../src/core/run/session.ts'
import type { TenantSession } from '../../../src/core/session/tenant-session.ts'
import { runHandlers } from '../../../src/main/handlers/runs.ts'
import { schemas } from '../../../src/main/ipc/schemas.ts'
import {
  askToRetry,
  askToStart,
  askToStartSelected,
  goOn,
  retryFailed,
  startRun,
} from '../../../src/renderer/src/features/run/run-actions.ts'
import type { Question } from '../../../src/renderer/src/model/run/confirmation.ts'
import { questionOf } from '../../../src/renderer/src/model/run/question.ts'
import { type AppStores, createAppStores } from '../../../src/renderer/src/stores/app-stores.ts'
import { takeEvents } from '../../../src/renderer/src/stores/connect-stores.ts'
import {
  addPhone,
  deleteRows,
  duplicate,
  edit,
  leaveOut,
  redo,
  undo,
} from '../../../src/renderer/src/stores/edit-actions.ts'
import { chooseRegion, openSheet } from '../../../src/renderer/src/stores/list-actions.ts'
import { checkedList } from '../../../src/renderer/src/stores/list-store.ts'
import { loadRuns } from '../../../src/renderer/src/stores/load-history.ts'
import { selectShown, toggleSelected } from '../../../src/renderer/src/stores/selection-actions.ts'
import { elsewhereIn, listRunsIn, memoryIn } from '../../../src/renderer/src/stores/use-memory.ts'
import { listRowsIn } from '../../../src/renderer/src/stores/use-rows.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { joinRuns } from '../../../src/shared/run/join-runs.ts'
import { isUnfinished } from '../../../src/shared/run/past-run.ts'
import { phoneKeyOf } from '../../../src/shared/run/phone-key.ts'
import { resultFile } from '../../../src/shared/run/result-file.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { operator, tenant } from '../../support/run-samples.ts'
import { scriptedGateway } from '../../support/scripted-gateway.ts'
import { virtualClock } from '../../support/virtual-clock.ts'
import { fakeBridge } from '../support/fake-bridge.ts'
import { sheetOf } from '../support/samples.ts'

/** Window and main have to plan the same batches. */
const batchSize = 2

// Stores, what main makes of their requests, the engine and its journals are the real ones; the service is scripted.

const accounts = ['lobby', 'gate', 'lift', 'bad.desk', 'bad.hall', 'not a username'] as const
const devices = ['B3', 'B4', 'B5', 'B6', 'B7'] as const
const usernameOf = (name: string): string => (name.includes(' ') ? name : `${name}@contoso.com`)
const list = sheetOf(
  ...(['lobby', 'gate', 'bad.desk', 'not a username', 'lift'] as const).map(
    (name, at) => [usernameOf(name), `00-04-F2-81-24-${devices[at]}`] as const,
  ),
)

const place = fc.nat({ max: 7 })
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
  {
    weight: 4,
    // `after`: how many events of the run there are before the app is killed, if at all.
    arbitrary: fc.record({
      do: fc.constantFrom('start', 'start selected', 'retry'),
      include: fc.boolean(),
      after: fc.option(fc.nat({ max: 6 }), { nil: undefined, freq: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resume' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const noReads = {} as TenantSession['reads']

/** A computer with a service: the app on it can be killed and opened again. */
async function computer(directory: string) {
  const clock = virtualClock(Date.now())
  const gateway = scriptedGateway(clock, { isFailed: ({ userName }) => userName.startsWith('bad') })
  const session: Session = { tenant, operator, clock, gateway, end: async () => {} }
  const repository = createRunRepository(directory)
  /** The phones that somebody has agreed to sign in although they were signed in before, each time anew. */
  const included: string[] = []
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
        const read = listed.ok && (await elsewhere.read(session, listed.value.runs))
        return read && read.ok ? read : fail({ kind: 'service', message: 'The history is not read.' })
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
    if (question()?.signedIn?.isOpen)
      stores.view.setState({ asked: { ...stores.view.getState().asked, include } })
    const asked = question()
    stores.view.setState({ dialog: undefined })
    if (!asked || asked.phones === 0) return
    if (include) included.push(...asked.confirmed.phones.map(phoneKeyOf))
    let left = after ?? Number.POSITIVE_INFINITY
    const end = runs.subscribe((_, when) => {
      if (when === 'now' && --left <= 0) runs.stopWatching('closing')
    })
    await clock.run(begin(stores, asked.confirmed))
    await clock.run(runs.idle())
    end()
    if (after === undefined) return
    // Whoever is killed says no last word.
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

test('whatever is edited, selected, run, killed, resumed and retried: no phone is signed in twice unasked, nothing that was recorded changes, and each row is exported once', async () => {
  let submitted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const directory = await mkdtemp(join(tmpdir(), 'list-runs-'))
      try {
        const one = await computer(directory)
        let recorded: ReadonlyMap<string, string> = new Map()
        for (const next of steps) {
          await one.take(next)

          const now = await journalsIn(directory)
          for (const [file, before] of recorded)
            expect(now.get(file)?.startsWith(before), `${file} after ${next.do}`).toBe(true)
          recorded = now

          const [first, ...later] = listRunsIn(one.stores())
          if (!first) continue
          const joined = joinRuns([first, ...later])
          const rows = [...joined.phones, ...joined.leftOut, ...(joined.notChosen ?? [])].map(
            ({ row }) => row,
          )
          expect(new Set(rows).size).toBe(rows.length)
          const named = [first, ...later].flatMap(({ phones, leftOut, notChosen = [] }) =>
            [...phones, ...leftOut, ...notChosen].map(({ row }) => row),
          )
          expect(new Set(rows)).toEqual(new Set(named))
          expect(resultFile(joined).trimEnd().split('\r\n')).toHaveLength(1 + rows.length)
        }
        const times = new Map<string, number>()
        for (const { phones } of one.gateway.taken)
          for (const phone of phones) {
            submitted += 1
            const key = phoneKeyOf({ ...phone, username: phone.userName })
            times.set(key, (times.get(key) ?? 0) + 1)
            if (phone.userName.startsWith('bad')) continue
            const agreed = one.included.filter((included) => included === key).length
            expect(times.get(key), key).toBeLessThanOrEqual(1 + agreed)
          }
      } finally {
        await removeFolder(directory)
      }
    }),
    { numRuns: Number(process.env['LIST_RUNS'] ?? 25) },
  )
  expect(submitted).toBeGreaterThan(20)
})
