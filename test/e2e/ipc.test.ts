import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reportAsText } from '../../src/shared/doctor/report-as-text.ts'
import { verdictOf } from '../../src/shared/doctor/verdict.ts'
import { links } from '../../src/shared/links.ts'
import type { Sheet } from '../../src/shared/phones/sheet.ts'
import { type Confirmation, confirmationOf } from '../../src/shared/run/confirmation.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { failedList, resultFile } from '../../src/shared/run/result-file.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { unsentPlan } from '../../src/shared/run/unsent-plan.ts'
import { text } from '../../src/shared/text/index.ts'
import { listIn } from '../support/cells-of.ts'
import { confirmedList } from '../support/confirmed-list.ts'
import { sample, sampleFolder } from '../support/sample.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { launchApp } from './support/launch-app.ts'
import { bridgeOf, type Heard, type PageBridge } from './support/page-bridge.ts'
import { runShown } from './support/run-shown.ts'
import { timeInApp } from './support/service-time.ts'

const sample300 = sample('phones-300.csv')
const failure = (kind: string, message: unknown = expect.any(String)) => ({
  ok: false,
  failure: expect.objectContaining({ kind, message }),
})

let app: AppUnderTest
let bridge: PageBridge
const launch = async (...args: readonly string[]): Promise<void> => {
  app = await launchApp({ args })
  bridge = bridgeOf(app.page)
}

describe('before sign-in', () => {
  beforeAll(() => launch(`--list=${sample300}`))
  afterAll(() => app.close())

  test('app:info tells the versions', async () => {
    const { version } = JSON.parse(await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8'))

    expect(await bridge.value('app:info')).toEqual({
      version,
      electron: expect.stringMatching(/^45\./),
      chromium: expect.stringMatching(/^\d+\./),
      platform: process.platform,
    })
  })

  test('session:sign-in refuses what names no tenant, in words, and the state keeps them', async () => {
    const { message } = text.signIn.particular.notATenant('contoso')
    const refused = await bridge.invoke('session:sign-in', { way: 'browser', tenant: 'contoso' })

    expect(refused).toEqual(failure('sign-in', message))
    expect(refused).toMatchObject({ failure: { signIn: { kind: 'no-such-tenant', at: expect.any(String) } } })
    expect(await bridge.value('session:get')).toMatchObject({
      kind: 'signed-out',
      accounts: [],
      failure: { kind: 'no-such-tenant', message },
    })
  })

  test('session:sign-in and session:switch know no account that is not remembered', async () => {
    const { message } = text.main.failures.notRemembered
    expect(await bridge.invoke('session:sign-in', { way: 'browser', accountId: 'nobody' })).toEqual(
      failure('sign-in', message),
    )
    expect(await bridge.invoke('session:switch', { accountId: 'nobody' })).toEqual(
      failure('sign-in', message),
    )
  })

  test('session:cancel-sign-in without a sign-in changes nothing, and there is no code to enter', async () => {
    expect(await bridge.value('session:cancel-sign-in')).toMatchObject({ kind: 'signed-out' })
    expect(await bridge.invoke('session:open-code-page')).toEqual(
      failure('sign-in', text.main.failures.noCode.message),
    )
  })

  test('settings:change changes what it names, and the page is told', async () => {
    const clientId = '0f0f0f0f-1111-4222-8333-444444444444'
    const changes = await bridge.listen('settings:changed')
    const changed = await bridge.value('settings:change', {
      clientId: ` ${clientId} `,
      tenant: 'contoso.com',
      region: 'EMEA',
      theme: 'dark',
    })

    expect(changed).toEqual({
      clientId,
      tenant: 'contoso.com',
      region: 'EMEA',
      theme: 'dark',
      fullNamesInLog: false,
      updates: 'tell',
      managed: {},
      troubles: [],
    })
    expect(await bridge.value('settings:get')).toEqual(changed)
    expect(await changes.pushed()).toEqual([changed])
    await changes.end()
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  })

  test('settings:change refuses what is none, and then changes nothing', async () => {
    const before = await bridge.value('settings:get')

    expect(await bridge.invoke('settings:change', { clientId: 'contoso', theme: 'light' })).toEqual(
      failure('settings', text.settings.notAClientId('contoso').message),
    )
    expect(await bridge.invoke('settings:change', { tenant: 'contoso' })).toEqual(
      failure('settings', text.signIn.particular.notATenant('contoso').message),
    )
    expect(await bridge.value('settings:get')).toEqual(before)
  })

  test('settings:change takes away what is null', async () => {
    const none = { clientId: null, tenant: null, region: null, theme: 'system' } as const

    expect(await bridge.value('settings:change', none)).toEqual({
      theme: 'system',
      fullNamesInLog: false,
      updates: 'tell',
      managed: {},
      troubles: [],
    })
  })

  test('log:open-folder opens the folder of the log', async () => {
    await bridge.value('log:open-folder')

    expect(await app.desktop()).toContainEqual({ act: 'open-path', path: join(app.userData, 'logs') })
  })

  test('log:open-folder says when it cannot be opened', async () => {
    await app.evaluate(({ shell }) => {
      shell.openPath = async () => 'no program for folders'
    })

    expect(await bridge.invoke('log:open-folder')).toEqual(
      failure('file', expect.stringContaining('no program for folders')),
    )
  })

  test('diagnostics:copy writes what it answers, with the versions', async () => {
    const written = await bridge.value('diagnostics:copy')

    expect(await app.desktop()).toContainEqual({ act: 'clipboard', text: written })
    expect(written).toContain((await bridge.value('app:info')).chromium)
    expect(written).toContain(text.main.diagnostics.signedOut)
  })

  test('list:browse opens the file that was chosen', async () => {
    await app.answerOpenDialog(sample300)
    const list = await bridge.value('list:browse')

    expect(list).toMatchObject({ name: 'phones-300.csv', grids: [{ records: { length: 302 } }] })
    expect(await app.desktop()).toContainEqual(
      expect.objectContaining({ act: 'open-dialog', title: text.main.dialogs.openList }),
    )
  })

  test('list:browse remembers the folder for the next time', async () => {
    await app.answerOpenDialog(undefined)
    await bridge.value('list:browse')

    expect((await app.desktop()).at(-1)).toMatchObject({ act: 'open-dialog', defaultPath: sampleFolder })
  })

  test('list:browse answers nothing when it was cancelled', async () => {
    await app.answerOpenDialog(undefined)

    expect(await bridge.value('list:browse')).toBeUndefined()
  })

  test('list:browse refuses what is no list', async () => {
    await app.answerOpenDialog(sampleFolder)

    expect(await bridge.invoke('list:browse')).toEqual(failure('not-a-list'))
  })

  test('list:drop reads the bytes of a file', async () => {
    const csv = 'Username;HardwareId\r\nmünchen@contoso.com;00-04-F2-81-24-B3\r\n'
    const dropped = await app.page.evaluate(
      (csv) => window.bulkSignIn.invoke('list:drop', { name: 'a.csv', bytes: new TextEncoder().encode(csv) }),
      csv,
    )

    expect(dropped).toMatchObject({
      ok: true,
      value: {
        name: 'a.csv',
        grids: [
          { records: [['Username', 'HardwareId'], ['münchen@contoso.com', '00-04-F2-81-24-B3'], ['']] },
        ],
      },
    })
  })

  test('list:drop refuses a workbook and says so', async () => {
    const dropped = await app.page.evaluate(() =>
      window.bulkSignIn.invoke('list:drop', {
        name: 'a.xlsx',
        bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0),
      }),
    )

    expect(dropped).toEqual(failure('not-a-list', expect.stringContaining('a.xlsx')))
  })

  test('list:sample brings the list to try with', async () => {
    expect(await bridge.value('list:sample')).toMatchObject({
      name: 'phones-300.csv',
      grids: [{ records: { length: 302 } }],
    })
  })

  test('list:at-launch opens the file of the command line', async () => {
    expect(await bridge.value('list:at-launch')).toMatchObject({ name: 'phones-300.csv' })
  })

  test('run:start is refused', async () => {
    const sheet = listIn(await bridge.value('list:sample'))
    const confirmed = confirmedList(sheet, 'NOAM', 'none')

    expect(
      await bridge.invoke('run:start', { sheet, region: 'NOAM', includeSignedIn: false, confirmed }),
    ).toEqual(failure('signed-out'))
  })

  test('run:current is empty, and there is nothing to stop, watch, retry or export', async () => {
    const confirmed = { tenantId: 'none', phones: [], batches: 1 }

    expect(await bridge.value('run:current')).toEqual([])
    expect(await bridge.invoke('run:stop-watching')).toEqual(failure('no-run'))
    expect(await bridge.invoke('run:look-now')).toEqual(failure('no-run'))
    expect(await bridge.invoke('run:resume', { runId: 'none', confirmed })).toEqual(failure('signed-out'))
    expect(await bridge.invoke('run:evidence', { runId: 'none', batch: 0 })).toEqual(failure('signed-out'))
    expect(await bridge.invoke('run:open', { runId: '../../x' })).toEqual(failure('no-run'))
    expect(await bridge.invoke('run:delete', { runId: '../../x' })).toEqual(failure('no-run'))
    expect(await bridge.invoke('run:retry-failed', { runId: 'none', confirmed })).toEqual(failure('no-run'))
    expect(await bridge.invoke('run:export', { runId: 'none', kind: 'results' })).toEqual(failure('no-run'))
  })

  test('history: nothing is on this disk yet, and the batch history waits for a sign-in', async () => {
    expect(await bridge.value('history:runs')).toEqual({ runs: [], unreadable: [] })
    expect(await bridge.invoke('history:batches')).toEqual(failure('signed-out'))
    expect(await bridge.invoke('history:batch', { batchId: 'b' })).toEqual(failure('signed-out'))
  })

  test('clipboard:write writes', async () => {
    await bridge.value('clipboard:write', 'http://noam.example/')

    expect(await app.desktop()).toContainEqual({ act: 'clipboard', text: 'http://noam.example/' })
  })

  test('link:open opens an address that the app knows by its name', async () => {
    await bridge.value('link:open', 'planSipGateway')

    expect(await app.desktop()).toContainEqual({ act: 'open-external', url: links.planSipGateway })
  })

  test('session:explore enters the simulated tenant, session:get agrees, and the page is told', async () => {
    const changes = await bridge.listen('session:changed')
    const entered = await bridge.value('session:explore')

    expect(entered).toMatchObject({ kind: 'signed-in', tenant: { simulated: true }, storage: 'none' })
    expect(await bridge.value('session:get')).toEqual(entered)
    expect(await changes.pushed()).toEqual([entered])
    await changes.end()
  })

  test('tenant-test:run reads it and finds all as expected, tenant-test:save writes it, diagnostics carry it', async () => {
    const file = join(app.userData, 'report.txt')
    const report = await bridge.value('tenant-test:run')
    expect(verdictOf(report).kind).toBe('expected')
    await app.answerSaveDialog(file)
    expect(await bridge.value('tenant-test:save')).toBe(file)
    expect(await readFile(file, 'utf8')).toBe(`${reportAsText(report)}\n`)
    expect(await bridge.value('diagnostics:copy')).toContain(reportAsText(report))
  })

  test('session:sign-out leaves it again, and the page is told until it listens no more', async () => {
    const changes = await bridge.listen('session:changed')
    const left = await bridge.value('session:sign-out', {})

    expect(left).toEqual({ kind: 'signed-out', accounts: [] })
    expect(await changes.pushed()).toEqual([left])
    await changes.end()
    await bridge.value('session:explore')
    expect(await changes.pushed()).toEqual([left])
  })
})

describe('in the simulated tenant', () => {
  let sheet: Sheet
  let tenantId: string
  let events: Heard<'run:events'>

  const speed = 10_000
  const time = () => timeInApp(app, speed)

  async function enter(...args: readonly string[]): Promise<void> {
    await launch('--simulated-tenant', `--speed=${speed}`, ...args)
    await app.answerOpenDialog(sample('phones-100.csv'))
    sheet = listIn((await bridge.value('list:browse')) ?? expect.fail('No file was chosen'))
    const session = await bridge.value('session:get')
    tenantId = session.kind === 'signed-in' ? session.tenant.id : ''
  }
  // One app for all: each test begins where no run is under way, and hears of its own runs only.
  beforeAll(() => enter())
  beforeEach(async () => {
    events = await bridge.listen('run:events')
  })
  afterEach(() => events.end())
  afterAll(() => app.close())

  const start = (more: object = {}) =>
    bridge.invoke('run:start', {
      sheet,
      region: 'NOAM',
      // The tests run the same list, one after the other.
      includeSignedIn: true,
      confirmed: confirmedList(sheet, 'NOAM', tenantId),
      ...more,
    })
  const pushed = async (): Promise<readonly RunEvent[]> => (await events.pushed()).flat()
  const finished = async (): Promise<RunState> => {
    await runShown(app.page).until('finished')
    await expect.poll(pushed).toContainEqual(expect.objectContaining({ type: 'RunFinished' }))
    const state = replay(await pushed())
    if (!state) throw new Error('There was no run')
    return state
  }

  test('list:at-launch is nothing when no file was named', async () => {
    expect(await bridge.value('list:at-launch')).toBeUndefined()
  })

  test('run:start refuses what was not confirmed', async () => {
    const agreed = confirmedList(sheet, 'NOAM', tenantId)
    for (const confirmed of [
      { ...agreed, tenantId: 'other' },
      { ...agreed, phones: agreed.phones.slice(1) },
      { ...agreed, phones: [...agreed.phones.slice(1), { username: 'other@contoso.com', hardwareId: 'x' }] },
      { ...agreed, batches: 4 },
    ])
      expect(await start({ confirmed })).toEqual(failure('not-confirmed'))
    expect(await start({ region: undefined })).toEqual(failure('not-confirmed'))
    expect(await bridge.value('run:current')).toEqual([])
  })

  test('run:start runs, and run:events bring the run from its first to its last event', async () => {
    expect(await start()).toEqual({ ok: true, value: { runId: expect.any(String) } })
    const state = await finished()
    const all = await pushed()

    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
    expect(all[0]?.type).toBe('RunStarted')
    // In batches, not one by one.
    expect((await events.pushed()).some(({ length }) => length > 1)).toBe(true)
    const counts = countPhones(state)
    expect(counts['signed in'] + counts.failed).toBe(100)
    expect(counts['signed in']).toBeGreaterThan(counts.failed)
  })

  test('one run at a time, and nobody signs in or out or switches meanwhile', async () => {
    await time().hold()
    await start()

    expect(await start()).toEqual(failure('run-under-way'))
    expect(await bridge.invoke('session:sign-out', {})).toEqual(failure('run-under-way'))
    expect(await bridge.invoke('session:sign-in', { way: 'browser' })).toEqual(failure('run-under-way'))
    expect(await bridge.invoke('session:switch', { accountId: 'a' })).toEqual(failure('run-under-way'))
    await time().goOn()
    await finished()
  })

  test('run:current tells a reloaded window all that its predecessor knew', async () => {
    await start()
    await finished()
    const known = await pushed()
    await app.reload()

    expect(await bridge.value('run:current')).toEqual(known)
  })

  const toSubmit = async (): Promise<Confirmation> => {
    const state = replay(await bridge.value('run:current'))
    return confirmationOf(state ? unsentPlan(state) : { phones: [], batches: [] }, { id: tenantId })
  }
  const failedOf = ({ phones }: RunState) => phones.filter(({ status }) => status === 'failed')

  test('run:stop-watching stops, and run:resume takes up what the service has done since', async () => {
    await time().hold()
    const started = await start()
    const { runId } = started.ok ? started.value : { runId: '' }
    expect(await bridge.invoke('run:look-now')).toMatchObject({ ok: true })
    await bridge.value('run:stop-watching')
    expect((await pushed()).at(-1)).toMatchObject({ type: 'WatchStopped', reason: 'operator' })
    expect(await bridge.invoke('run:stop-watching')).toEqual(failure('no-run'))

    const confirmed = await toSubmit()
    const other = { ...confirmed, batches: confirmed.batches + 1 }
    expect(await bridge.invoke('run:resume', { runId, confirmed: other })).toEqual(failure('not-confirmed'))
    await time().goOn()
    expect(await bridge.invoke('run:resume', { runId, confirmed })).toMatchObject({ ok: true })
    expect(await finished()).toMatchObject({ watching: { kind: 'finished' }, phones: { length: 100 } })
    const nothing = { tenantId, phones: [], batches: 0 }
    expect(await bridge.invoke('run:resume', { runId, confirmed: nothing })).toEqual(failure('no-run'))
    expect(await bridge.invoke('run:evidence', { runId, batch: 0 })).toEqual(failure('no-run'))
    expect(
      await bridge.invoke('run:decide', {
        ...{ runId, batch: 0, decision: { kind: 'leave' } },
        confirmed: nothing,
      }),
    ).toEqual(failure('no-run'))
  })

  test('run:retry-failed runs the failed phones again, as a run of its own', async () => {
    await start()
    const first = await finished()
    const failed = failedOf(first)
    const request = {
      runId: first.runId,
      confirmed: confirmationOf(
        { phones: failed, batches: [{ region: 'NOAM', phones: [] }] },
        { id: tenantId },
      ),
    }
    const other = {
      ...request,
      confirmed: { ...request.confirmed, phones: request.confirmed.phones.slice(1) },
    }
    expect(await bridge.invoke('run:retry-failed', other)).toEqual(failure('not-confirmed'))
    const { runId } = await bridge.value('run:retry-failed', request)

    await expect
      .poll(async () => replay(await bridge.value('run:current')))
      .toMatchObject({
        runId,
        retryOf: first.runId,
        phones: { length: failed.length },
        watching: { kind: 'finished' },
      })
    expect(await bridge.invoke('run:retry-failed', request)).toEqual(failure('no-run'))
  })

  test('run:export writes the results and the failed rows where the operator says', async () => {
    await start()
    const state = await finished()
    const results = join(app.userData, 'results.csv')
    const failed = join(app.userData, 'failed.csv')
    await app.answerSaveDialog(results)
    await app.answerSaveDialog(failed)

    expect(await bridge.value('run:export', { runId: state.runId, kind: 'results' })).toBe(results)
    expect(await readFile(results, 'utf8')).toBe(resultFile(state))
    expect(await bridge.value('run:export', { runId: state.runId, kind: 'failed' })).toBe(failed)
    expect(await readFile(failed, 'utf8')).toBe(failedList(state))
    expect((await app.desktop()).findLast(({ act }) => act === 'save-dialog')).toMatchObject({
      defaultPath: expect.stringMatching(/phones-100 simulated failed .*\.csv$/),
    })
  })

  test('run:export says when it was cancelled, and why a file cannot be written', async () => {
    const started = await start()
    const request = { runId: started.ok ? started.value.runId : '', kind: 'results' } as const
    const file = join(app.userData, 'a file')
    await writeFile(file, '')
    await app.answerSaveDialog(undefined)
    await app.answerSaveDialog(join(app.userData, 'missing/results.csv'))

    expect(await bridge.value('run:export', request)).toBeUndefined()
    expect(await bridge.invoke('run:export', request)).toEqual(
      failure('file', expect.stringContaining('results.csv')),
    )
    await finished()
  })

  test('list:at-launch says why not, and history:runs, history:batches and history:batch tell what was done, run:open shows it, run:delete ends it', async () => {
    // On a disk without a run.
    await app.close()
    await enter(`--list=${sample('missing.csv')}`)
    expect(await bridge.invoke('list:at-launch')).toEqual(
      failure('not-a-list', expect.stringContaining('missing.csv')),
    )
    events = await bridge.listen('run:events')
    await start()
    const first = await finished()
    const again = { runId: first.runId, confirmed: { tenantId, phones: [], batches: 1 } }
    expect(await bridge.invoke('run:delete', { runId: first.runId })).toMatchObject({ ok: true })
    // It is gone from the disk, and so from the screen.
    expect(await bridge.invoke('run:retry-failed', again)).toEqual(failure('no-run'))
    expect(await bridge.value('history:runs')).toEqual({ runs: [], unreadable: [] })

    await start()
    await runShown(app.page).until('finished')
    const { runs } = await bridge.value('history:runs')
    const [run] = runs
    if (!run) throw new Error('The second run is not on disk')
    expect(run).toMatchObject({ watching: { kind: 'finished' }, batches: { length: 1 } })
    const batches = await bridge.value('history:batches')
    expect(batches).toHaveLength(2)
    // Those of the deleted run are nobody's any more.
    expect(batches.filter(({ runId }) => runId === undefined)).toHaveLength(1)
    expect(batches.filter(({ runId }) => runId === run.runId)).toHaveLength(1)
    const [latest] = batches
    if (!latest) throw new Error('The service lists nothing')
    expect(await bridge.value('history:batch', { batchId: latest.batchId })).toHaveLength(100)
    expect(await bridge.invoke('history:batch', { batchId: 'of nobody' })).toEqual(failure('service'))

    await app.reload()
    const opened = await bridge.listen('run:events')
    expect(await bridge.invoke('run:open', { runId: run.runId })).toMatchObject({ ok: true })
    await expect.poll(async () => replay((await opened.pushed()).flat())?.runId).toBe(run.runId)
  })
})
