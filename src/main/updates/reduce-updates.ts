import { assertNever } from '../../shared/assert-never.ts'
import type { InstallTime, Release, UpdateAbility, UpdateFailure, UpdateState } from '../../shared/updates.ts'

export type UpdateEvent =
  | { readonly type: 'AbilityKnown'; readonly can: UpdateAbility }
  | { readonly type: 'LookBegan' }
  | { readonly type: 'LookEnded'; readonly at: number; readonly found: Release | undefined }
  | { readonly type: 'LookFailed'; readonly at: number; readonly failure: UpdateFailure }
  | { readonly type: 'DownloadBegan' }
  | { readonly type: 'DownloadProgressed'; readonly percent: number }
  | { readonly type: 'Downloaded' }
  | { readonly type: 'DownloadFailed'; readonly failure: UpdateFailure }
  | { readonly type: 'InstallChosen'; readonly when: InstallTime }
  | { readonly type: 'RunBegan' }

/** What follows from an event. One that does not fit the state, such as a late answer, changes nothing. */
export function reduceUpdates(state: UpdateState, event: UpdateEvent): UpdateState {
  const { stage } = state
  const { failure: _, ...untroubled } = state
  switch (event.type) {
    case 'AbilityKnown':
      return { ...state, can: event.can }
    case 'LookBegan':
      return mayLook(state) ? { ...untroubled, looking: true } : state
    case 'LookEnded':
      if (!state.looking) return state
      return {
        ...untroubled,
        looking: false,
        lookedAt: event.at,
        stage: event.found ? { kind: 'found', release: event.found } : { kind: 'current' },
      }
    case 'LookFailed':
      // The version found before is still available.
      return state.looking ? { ...state, looking: false, lookedAt: event.at, failure: event.failure } : state
    case 'DownloadBegan':
      return mayDownload(state)
        ? { ...untroubled, stage: { kind: 'downloading', release: release(stage), percent: 0 } }
        : state
    case 'DownloadProgressed': {
      if (stage.kind !== 'downloading') return state
      const percent = Math.min(100, Math.max(0, Math.floor(event.percent) || 0))
      return percent === stage.percent ? state : { ...state, stage: { ...stage, percent } }
    }
    case 'Downloaded':
      // A request for the download is also a request to install when the app closes.
      return stage.kind === 'downloading'
        ? { ...state, stage: { kind: 'downloaded', release: stage.release, install: 'at-close' } }
        : state
    case 'DownloadFailed':
      return stage.kind === 'downloading'
        ? { ...state, failure: event.failure, stage: { kind: 'found', release: stage.release } }
        : state
    case 'InstallChosen':
      return stage.kind === 'downloaded' && stage.install !== event.when
        ? { ...state, stage: { ...stage, install: event.when } }
        : state
    case 'RunBegan':
      // Nobody who has begun a run still waits for the restart.
      return stage.kind === 'downloaded' && stage.install === 'now'
        ? { ...state, stage: { ...stage, install: 'at-close' } }
        : state
    default:
      return assertNever(event)
  }
}

/** Not while a version is on its way or here: it would be another one than was asked for. */
export const mayLook = ({ can, looking, stage }: UpdateState): boolean =>
  can !== 'unpublished' &&
  can !== 'forbidden' &&
  !looking &&
  stage.kind !== 'downloading' &&
  stage.kind !== 'downloaded'

/** Only what was found, and only a build that may install it. */
export const mayDownload = ({ can, looking, stage }: UpdateState): boolean =>
  can === 'install' && !looking && stage.kind === 'found'

/** What to do when the app has quit: never anything that nobody asked for, and never anything during a run. */
export function installAtQuit(
  { can, stage }: UpdateState,
  isDuringRun: boolean,
): { readonly restart: boolean } | undefined {
  if (can !== 'install' || isDuringRun || stage.kind !== 'downloaded' || stage.install === 'not')
    return undefined
  return { restart: stage.install === 'now' }
}

function release(stage: UpdateState['stage']): Release {
  if ('release' in stage) return stage.release
  throw new Error(`No release is known in the stage ${stage.kind}`)
}
