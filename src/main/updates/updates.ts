import type { Clock } from '../../core/clock/clock.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import type { UpdatePolicy } from '../../shared/policy.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { UpdatePreference } from '../../shared/settings.ts'
import { text } from '../../shared/text/index.ts'
import {
  beforeAnyLook,
  type InstallTime,
  type UpdateAbility,
  type UpdateState,
  type WhyOnlyTold,
} from '../../shared/updates.ts'
import { describeFailure } from './describe-failure.ts'
import { installAtQuit, mayDownload, mayLook, reduceUpdates, type UpdateEvent } from './reduce-updates.ts'
import type { Updater } from './updater.ts'

type Outcome = Result<UpdateState, AppFailure>

/** Newer versions of the app: looked for quietly, told of, and installed only where somebody asks for it. */
export type Updates = {
  state(): UpdateState
  /** Looks from time to time, until it is ended. Resolves then; never rejects. */
  begin(signal: AbortSignal): Promise<void>
  /** Looks now, whether the app looks by itself or not. */
  look(): Promise<Outcome>
  /** Begins the download, and answers without waiting for it. */
  download(): Outcome
  install(when: InstallTime): Outcome
  /** A run has begun to be watched. */
  runBegan(): void
  /** What `policy` says may have changed. */
  policyChanged(): void
  /** The last moment of the app: starts the installer if somebody has asked for that and nothing speaks against it. */
  atQuit(): void
}

export type UpdatesOptions = {
  /** What policies say of updates. */
  readonly policy: () => UpdatePolicy | undefined
  readonly preference: () => UpdatePreference
  /** How this build came to be here; undefined where nobody has published it. */
  readonly build: () => Promise<'installed' | WhyOnlyTold | undefined>
  /** Called at most once, and not before it is needed. */
  readonly open: () => Promise<Updater>
  /** Whether a run is watched, or was until the app was closed on it. */
  readonly isDuringRun: () => boolean
  readonly clock: Clock
  readonly quit: () => void
  readonly changed: (state: UpdateState) => void
  /** Told of each error, which the person sees in a few words at most. */
  readonly failed: (error: unknown) => void
}

const minute = 60_000
/** The window has come up by then, which loading the updater would have held up. */
const duringLaunch = 3_000
const beforeFirstLook = 1 * minute
const betweenLooks = 24 * 60 * minute
const afterRefusalByRun = 10 * minute

/** Does nothing by itself before `begin`; with the policy `off` it never makes a request. */
export function createUpdates(options: UpdatesOptions): Updates {
  const { policy, clock, isDuringRun } = options
  let state: UpdateState = policy() === 'off' ? { ...beforeAnyLook, can: 'forbidden' } : beforeAnyLook
  let opened: Promise<Updater> | undefined
  let installer: Updater | undefined
  let known: Promise<void> | undefined

  function happened(event: UpdateEvent): void {
    const next = reduceUpdates(state, event)
    if (next === state) return
    state = next
    options.changed(state)
  }

  async function updater(): Promise<Updater> {
    opened ??= options.open()
    installer = await opened
    return installer
  }

  async function findOut(): Promise<void> {
    if (policy() === 'off') return learn('forbidden')
    const build = await options.build()
    if (build === undefined) return learn('unpublished')
    if (build !== 'installed') return learn(build)
    if (policy() === 'tell') return learn('policy')
    const canVerify = await (await updater()).canVerify()
    learn(canVerify ? 'install' : 'unsigned')
  }

  /** What the build can; the policy may be another than when that was asked. */
  function learn(can: UpdateAbility): void {
    const allowed = policy() === 'tell' && can === 'install' ? 'policy' : can
    happened({ type: 'AbilityKnown', can: policy() === 'off' ? 'forbidden' : allowed })
  }

  function ability(): Promise<void> {
    // What could not be found out may be known the next time.
    known ??= findOut().catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }

  async function look(): Promise<void> {
    try {
      await ability()
      if (!mayLook(state)) return
      const source = await updater()
      if (!mayLook(state)) return
      happened({ type: 'LookBegan' })
      const found = await source.look()
      happened({ type: 'LookEnded', at: clock.now(), found })
    } catch (error) {
      options.failed(error)
      happened({ type: 'LookBegan' })
      happened({ type: 'LookFailed', at: clock.now(), failure: describeFailure('look', error) })
    }
  }

  async function fetch(): Promise<void> {
    try {
      await (await updater()).download((percent) => happened({ type: 'DownloadProgressed', percent }))
      happened({ type: 'Downloaded' })
    } catch (error) {
      options.failed(error)
      happened({ type: 'DownloadFailed', failure: describeFailure('download', error) })
    }
  }

  return {
    state: () => state,
    async begin(signal) {
      await clock.sleep(duringLaunch, signal)
      await ability().catch(options.failed)
      await clock.sleep(beforeFirstLook, signal)
      // What forbids them may be taken back: the operator has agreed to a file beside the program.
      while (!signal.aborted && state.can !== 'unpublished') {
        const disturbs = isDuringRun()
        if (!disturbs && options.preference() !== 'off') await look()
        await clock.sleep(disturbs ? afterRefusalByRun : betweenLooks, signal)
      }
    },
    async look() {
      await look()
      if (state.can === 'forbidden') return refuse(words.forbidden)
      if (state.can === 'unpublished') return refuse(words.unpublished)
      return state.failure ? refuse(state.failure) : succeed(state)
    },
    download() {
      if (isDuringRun()) return fail({ kind: 'run-under-way', ...words.duringRun })
      if (!mayDownload(state)) return refuse(words.nothingToDownload)
      happened({ type: 'DownloadBegan' })
      void fetch()
      return succeed(state)
    },
    install(when) {
      if (state.stage.kind !== 'downloaded') return refuse(words.nothingToInstall)
      if (when === 'now' && isDuringRun()) return fail({ kind: 'run-under-way', ...words.duringRun })
      happened({ type: 'InstallChosen', when })
      if (when === 'now') options.quit()
      return succeed(state)
    },
    runBegan: () => happened({ type: 'RunBegan' }),
    policyChanged() {
      // At once: no request leaves once they are off, and no update is installed that was downloaded before.
      if (policy() === 'off') learn('forbidden')
      known = undefined
      void ability().catch(options.failed)
    },
    atQuit() {
      const install = installAtQuit(state, isDuringRun())
      // What has been downloaded has its updater here: the app would end before a promise does.
      if (install) installer?.install(install)
    },
  }
}

const { updates: words } = text.main

const refuse = (why: { readonly message: string; readonly remedy: string }): Outcome =>
  fail({ kind: 'updates', ...why })
