import { afterEach, describe, expect, test } from 'vitest'
import type { Session } from '../../src/core/run/session.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { text } from '../../src/shared/text/index.ts'
import { longToken, pieceFinder } from '../support/long-token.ts'
import { operator, phoneListOf, tenant } from '../support/run-samples.ts'
import { scriptedGateway } from '../support/scripted-gateway.ts'
import { openUpdatedApp, type UpdatedApp } from '../support/updated-app.ts'
import { standInForElectron } from '../support/updater-electron.ts'

// electron-updater as it is published, with Electron's part played by Node, over real HTTP: it downloads, checks
// and starts an installer, which here is a script that leaves a mark.

const electron = standInForElectron()
const { updates: words } = text.main
const day = 24 * 60 * 60_000

let app: UpdatedApp
afterEach(() => app.close())
async function open(options: Parameters<typeof openUpdatedApp>[1] = {}): Promise<void> {
  app = await openUpdatedApp(electron, options)
}

const plan = planRun(phoneListOf(12))
async function startRun(): Promise<void> {
  const { clock, runs } = app
  const session: Session = { tenant, operator, clock, gateway: scriptedGateway(clock), end: async () => {} }
  const started = await runs.start(session, plan, { listName: 'phones.csv' })
  if (!started.ok) throw new Error(started.failure.message)
}
/** Nothing of a shell script runs on Windows; there the library's own word for it must do. */
const scripts = process.platform !== 'win32'

describe('an update that somebody asked for', () => {
  test('is installed when the app closes, without a window and without a restart', async () => {
    await open()
    await app.download()
    expect(app.updates.state().stage).toMatchObject({ kind: 'downloaded', install: 'at-close' })
    expect(app.started()).toEqual([])

    expect(app.quit()).toBe(true)
    expect(app.started()).toEqual([expect.stringMatching(/setup\.exe$/)])
    if (scripts) expect(await app.installed()).toBe('--updated /S')
  })

  test('is installed at once, and the app opens again, where that is asked for', async () => {
    await open()
    await app.download()
    expect(app.updates.install('now').ok).toBe(true)
    expect(app.quits()).toBe(1)

    expect(app.quit()).toBe(true)
    if (scripts) expect(await app.installed()).toBe('--updated /S --force-run')
  })

  test('is not installed when somebody has thought better of it, nor by an app that failed', async () => {
    await open()
    await app.download()
    expect(app.quit(1)).toBe(false)
    expect(app.updates.install('not').ok).toBe(true)

    expect(app.quit()).toBe(false)
    expect(app.started()).toEqual([])
  })
})

test('a proxy that asks for a password ends the look for updates: nobody is asked, and nothing waits for ever', async () => {
  await open({ told: (response) => void response.writeHead(407).end() })
  expect(await app.updates.look()).toMatchObject({ ok: false, failure: { kind: 'updates' } })
})

describe('during a run', () => {
  test('nothing is downloaded, and the person is told why', async () => {
    await open()
    await app.updates.look()
    const asked = app.publisher.seen.length
    await startRun()

    expect(app.updates.download()).toMatchObject({
      ok: false,
      failure: { kind: 'run-under-way', ...words.duringRun },
    })
    expect(app.publisher.seen).toHaveLength(asked)
  })

  test('the app is not restarted to install', async () => {
    await open()
    await app.download()
    await startRun()

    expect(app.updates.install('now')).toMatchObject({ ok: false, failure: { kind: 'run-under-way' } })
    expect(app.quits()).toBe(0)
    expect(app.quit()).toBe(false)
    expect(app.started()).toEqual([])
  })

  test('what was to be installed at once before the run began waits', async () => {
    await open()
    await app.download()
    app.updates.install('now')
    await startRun()

    expect(app.updates.state().stage).toMatchObject({ install: 'at-close' })
    expect(app.quit()).toBe(false)
    expect(app.started()).toEqual([])
  })

  test('what was downloaded before the run is not installed when the app closes on it', async () => {
    await open()
    await app.download()
    await startRun()
    app.runs.stopWatching('closing')
    await app.clock.run(app.runs.idle())

    expect(app.runs.state()?.watching).toEqual({ kind: 'stopped', reason: 'closing' })
    expect(app.quit()).toBe(false)
    expect(app.started()).toEqual([])
  })

  test('a run that is only about to begin counts', async () => {
    await open()
    await app.download()
    const starting = startRun()

    expect(app.runs.state()).toBeUndefined()
    expect(app.updates.install('now').ok).toBe(false)
    expect(app.quit()).toBe(false)
    await starting
  })

  test('nobody looks for updates by itself, until it is over', async () => {
    await open()
    await startRun()
    const { looked, ending } = begin()
    await app.time.pass(2 * day, looked)
    expect(app.publisher.seen).toEqual([])

    await app.clock.run(app.runs.idle())
    await app.time.pass(60 * 60_000, looked)
    expect(app.publisher.seen).toHaveLength(1)
    ending.abort()
    await looked
  })

  test('when the run is over the update is installed on closing, as it was asked for', async () => {
    await open()
    await app.download()
    await startRun()
    await app.clock.run(app.runs.idle())

    expect(app.runs.state()?.watching).toEqual({ kind: 'finished' })
    expect(app.quit()).toBe(true)
  })
})

function begin(): { readonly looked: Promise<void>; readonly ending: AbortController } {
  const ending = new AbortController()
  return { looked: app.updates.begin(ending.signal), ending }
}

/** Two days in which the app looks by itself, if it does. */
async function twoDays(): Promise<void> {
  const { looked, ending } = begin()
  await app.time.pass(2 * day, looked)
  ending.abort()
  await looked
}

describe('looking for updates', () => {
  test('happens once a day by itself, and tells without a download', async () => {
    await open({ published: '0.1.0' })
    await twoDays()

    expect(app.publisher.seen).toHaveLength(2)
    expect(app.updates.state()).toMatchObject({ can: 'install', stage: { kind: 'current' } })
  })

  test('finds a newer version and does nothing about it', async () => {
    await open()
    await twoDays()

    expect(app.publisher.seen.every(({ path }) => path.startsWith('/latest'))).toBe(true)
    expect(app.updates.state().stage).toEqual({ kind: 'found', release: { version: '0.2.0', notes: [] } })
    expect(app.quit()).toBe(false)
  })

  test('tells nobody who is asking, but which app', async () => {
    await open()
    await app.updates.look()

    expect(app.publisher.seen[0]?.headers).toMatchObject({
      'user-agent': 'sip-gateway-bulk-sign-in/0.1.0',
      'x-user-staging-id': 'none',
    })
  })

  test.each(['0.0.9', '0.1.0'])('takes %s for no update', async (published) => {
    await open({ published })

    expect(await app.updates.look()).toMatchObject({ ok: true, value: { stage: { kind: 'current' } } })
  })

  test('is left to the operator where the setting says so', async () => {
    await open({ preference: 'off' })
    await twoDays()
    expect(app.publisher.seen).toEqual([])

    expect(await app.updates.look()).toMatchObject({ ok: true, value: { stage: { kind: 'found' } } })
    expect(app.publisher.seen).toHaveLength(1)
  })

  test('reads no answer without an end', async () => {
    let sent = 0
    let cutOff: () => void = () => undefined
    const isCutOff = new Promise<void>((resolve) => {
      cutOff = resolve
    })
    await open({
      told(response) {
        response.on('close', cutOff)
        const more = (): void => {
          if (response.destroyed) return
          sent += 64 * 1024
          response.write('# '.repeat(32 * 1024), more)
        }
        more()
      },
    })

    expect(await app.updates.look()).toMatchObject({ ok: false, failure: { kind: 'updates' } })
    await isCutOff
    // What the two systems hold between them comes on top of what was read.
    expect(sent).toBeLessThan(20_000_000)
    expect(app.updates.state()).toMatchObject({ looking: false, stage: { kind: 'nothing-known' } })
  })

  test('tells no token that an answer holds, not even a piece of one that was cut', async () => {
    const token = longToken()
    await open({ told: (response) => response.writeHead(400, `No Bearer ${token}`).end(`Bearer ${token}`) })
    const looked = await app.updates.look()

    const told = JSON.stringify([looked, app.updates.state(), app.log])
    expect(told).toContain('400')
    expect(pieceFinder(token)(told)).toEqual([])
  })

  test('says when the publisher cannot be reached', async () => {
    await open()
    await app.publisher.close()

    expect(await app.updates.look()).toMatchObject({ ok: false, failure: { kind: 'updates' } })
    expect(app.updates.state()).toMatchObject({ looking: false, stage: { kind: 'nothing-known' } })
  })
})

describe('the policy of the organisation', () => {
  test('off: no request leaves, whoever asks, for two days', async () => {
    await open({ policy: 'off' })
    await twoDays()

    expect(await app.updates.look()).toMatchObject({
      ok: false,
      failure: { kind: 'updates', ...words.forbidden },
    })
    expect(app.updates.download().ok).toBe(false)
    expect(app.updates.install('now').ok).toBe(false)
    expect(app.quit()).toBe(false)
    expect(app.publisher.seen).toEqual([])
    expect(app.log).toEqual([])
  })

  test('tell: told of, and nothing more', async () => {
    await open({ policy: 'tell' })
    await twoDays()

    expect(app.updates.state()).toMatchObject({ can: 'policy', stage: { kind: 'found' } })
    expect(app.updates.download().ok).toBe(false)
    expect(app.publisher.seen.some(({ path }) => path.includes('setup'))).toBe(false)
  })
})

describe('a policy that comes while the app is open', () => {
  test('off: no request leaves any more, and what was downloaded is not installed; taken back, all is as before', async () => {
    await open()
    await app.download()
    const asked = app.publisher.seen.length
    app.sayOfUpdates('off')
    await twoDays()

    expect(app.updates.state().can).toBe('forbidden')
    expect((await app.updates.look()).ok).toBe(false)
    expect(app.quit()).toBe(false)
    expect(app.publisher.seen).toHaveLength(asked)
    app.sayOfUpdates(undefined)
    await expect.poll(() => app.updates.state().can).toBe('install')
    expect(app.quit()).toBe(true)
  })

  test('off, then taken back: the app looks by itself again', async () => {
    await open({ policy: 'off' })
    app.sayOfUpdates(undefined)
    await twoDays()

    expect(app.updates.state()).toMatchObject({ can: 'install', stage: { kind: 'found' } })
  })
})

describe('what cannot be trusted', () => {
  test.each(['portable', 'managed-install', 'all-users', 'system'] as const)(
    'a build that is %s is only told',
    async (build) => {
      await open({ build })
      await app.updates.look()

      expect(app.updates.state()).toMatchObject({ can: build, stage: { kind: 'found' } })
      expect(app.updates.download().ok).toBe(false)
    },
  )

  test('a build without a publisher is only told', async () => {
    await open({ publisherName: '' })
    await app.updates.look()

    expect(app.updates.state()).toMatchObject({ can: 'unsigned', stage: { kind: 'found' } })
    expect(app.updates.download().ok).toBe(false)
  })

  test('a build that nobody published looks nowhere', async () => {
    await open({ build: undefined })
    await twoDays()

    expect(await app.updates.look()).toMatchObject({ ok: false, failure: words.unpublished })
    expect(app.publisher.seen).toEqual([])
    expect(app.log).toEqual([])
  })

  test('a download that is not what was promised is thrown away', async () => {
    await open({ forged: '#!/bin/sh\nexit 1\n' })
    await app.download()

    expect(app.updates.state()).toMatchObject({ failure: words.damaged, stage: { kind: 'found' } })
    expect(app.quit()).toBe(false)
  })

  test('a download that somebody else signed is thrown away', async () => {
    await open({ verify: async () => 'signed by CN=Fabrikam' })
    await app.download()

    expect(app.updates.state()).toMatchObject({ failure: words.notTrusted, stage: { kind: 'found' } })
    expect(app.quit()).toBe(false)
  })

  // Without PowerShell the library itself lets the file pass, with a warning.
  test('a download whose signature cannot be looked at is thrown away', async () => {
    await open({ verify: 'real' })
    await app.download()

    expect(app.updates.state()).toMatchObject({ failure: words.notTrusted, stage: { kind: 'found' } })
    expect(app.quit()).toBe(false)
  })
})
