import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  installAtQuit,
  mayDownload,
  mayLook,
  reduceUpdates,
  type UpdateEvent,
} from '../../../src/main/updates/reduce-updates.ts'
import { beforeAnyLook, type Release, type UpdateState } from '../../../src/shared/updates.ts'

const release: Release = { version: '0.2.0', notes: ['Better.'], page: 'https://contoso.com/' }
const newer: Release = { version: '0.3.0', notes: [] }
const failure = { message: 'No.', remedy: 'Again.' }
const at = Date.parse('2026-03-02T09:00:00Z')

const stateAfter = (...events: readonly UpdateEvent[]): UpdateState =>
  events.reduce(reduceUpdates, reduceUpdates(beforeAnyLook, { type: 'AbilityKnown', can: 'install' }))
const found: readonly UpdateEvent[] = [{ type: 'LookBegan' }, { type: 'LookEnded', at, found: release }]
const downloaded: readonly UpdateEvent[] = [...found, { type: 'DownloadBegan' }, { type: 'Downloaded' }]

describe('a look', () => {
  test('finds a version, or finds that there is none', () => {
    expect(stateAfter(...found)).toEqual({
      can: 'install',
      looking: false,
      lookedAt: at,
      stage: { kind: 'found', release },
    })
    expect(stateAfter({ type: 'LookBegan' }, { type: 'LookEnded', at, found: undefined }).stage).toEqual({
      kind: 'current',
    })
  })

  test('that fails leaves what was found before, and the next one takes the failure away', () => {
    const failed = stateAfter(...found, { type: 'LookBegan' }, { type: 'LookFailed', at, failure })

    expect(failed).toMatchObject({ looking: false, failure, stage: { kind: 'found', release } })
    expect(reduceUpdates(failed, { type: 'LookBegan' })).not.toHaveProperty('failure')
  })

  test('does not begin while a version is on its way or here', () => {
    expect(mayLook(stateAfter(...downloaded))).toBe(false)
    expect(mayLook(stateAfter(...found, { type: 'DownloadBegan' }))).toBe(false)
  })
})

describe('a download', () => {
  test('tells whole percents, and nothing between them', () => {
    const begun = stateAfter(...found, { type: 'DownloadBegan' })
    const some = reduceUpdates(begun, { type: 'DownloadProgressed', percent: 41.7 })

    expect(some.stage).toMatchObject({ percent: 41 })
    expect(reduceUpdates(some, { type: 'DownloadProgressed', percent: 41.9 })).toBe(some)
    expect(reduceUpdates(some, { type: 'DownloadProgressed', percent: Number.NaN }).stage).toMatchObject({
      percent: 0,
    })
  })

  test('that fails leaves the version to be tried again', () => {
    expect(
      stateAfter(...found, { type: 'DownloadBegan' }, { type: 'DownloadFailed', failure }),
    ).toMatchObject({
      failure,
      stage: { kind: 'found', release },
    })
  })
})

const anyEvent: fc.Arbitrary<UpdateEvent> = fc.oneof(
  fc.constantFrom<UpdateEvent>(
    { type: 'LookBegan' },
    { type: 'LookEnded', at, found: undefined },
    { type: 'LookEnded', at, found: release },
    { type: 'LookEnded', at, found: newer },
    { type: 'LookFailed', at, failure },
    { type: 'DownloadBegan' },
    { type: 'Downloaded' },
    { type: 'DownloadFailed', failure },
    { type: 'RunBegan' },
  ),
  fc.double().map((percent): UpdateEvent => ({ type: 'DownloadProgressed', percent })),
  fc.constantFrom('now', 'at-close', 'not').map((when): UpdateEvent => ({ type: 'InstallChosen', when })),
  fc
    .constantFrom('unknown', 'unpublished', 'forbidden', 'install', 'portable', 'unsigned', 'policy')
    .map((can): UpdateEvent => ({ type: 'AbilityKnown', can })),
)

describe('whatever happens, in whatever order', () => {
  const states = fc.array(anyEvent, { maxLength: 30 }).map((events) => ({
    events,
    state: events.reduce(reduceUpdates, beforeAnyLook),
  }))

  test('nothing is installed during a run', () => {
    fc.assert(
      fc.property(states, ({ state }) => {
        expect(installAtQuit(state, true)).toBeUndefined()
      }),
    )
  })

  test('nothing is installed that was not downloaded on request, or by an app that may not', () => {
    fc.assert(
      fc.property(states, ({ events, state }) => {
        if (!installAtQuit(state, false)) return
        expect(state.can).toBe('install')
        expect(events.some(({ type }) => type === 'DownloadBegan')).toBe(true)
      }),
    )
  })

  test('no restart outlives the beginning of a run', () => {
    fc.assert(
      fc.property(states, ({ state }) => {
        expect(installAtQuit(reduceUpdates(state, { type: 'RunBegan' }), false)?.restart).not.toBe(true)
      }),
    )
  })

  test.each(['forbidden', 'unpublished'] as const)(
    'nothing is looked for or downloaded where it is %s',
    (can) => {
      fc.assert(
        fc.property(states, ({ state }) => {
          const stopped = reduceUpdates(state, { type: 'AbilityKnown', can })
          expect([mayLook(stopped), mayDownload(stopped), installAtQuit(stopped, false)]).toEqual([
            false,
            false,
            undefined,
          ])
        }),
      )
    },
  )

  test('the percent is one', () => {
    fc.assert(
      fc.property(states, ({ state: { stage } }) => {
        if (stage.kind !== 'downloading') return
        expect(Number.isInteger(stage.percent) && stage.percent >= 0 && stage.percent <= 100).toBe(true)
      }),
    )
  })
})
