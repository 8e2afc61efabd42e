import { text } from '../../../shared/text/index.ts'
import { moment } from '../../../shared/text/moment.ts'
import type { UpdateAbility, UpdateFailure, UpdateStage, UpdateState } from '../../../shared/updates.ts'

const words = text.window.updates

/** The version that was found, and where it stands. */
export function stageTitle(stage: Extract<UpdateStage, { readonly release: unknown }>): string {
  const { version } = stage.release
  switch (stage.kind) {
    case 'found':
      return words.available(version)
    case 'downloading':
      return words.downloading(version, stage.percent)
    case 'downloaded':
      return words.downloaded(version)
  }
}

/** The news of a version, if it has some; otherwise how updates work here. */
export function noticeWords(
  stage: Extract<UpdateStage, { readonly release: unknown }>,
  can: UpdateAbility,
): string {
  if (stage.kind === 'downloaded') return words.install[stage.install]
  return stage.release.notes[0] ?? words.can[can]
}

/** The words while no newer version is known. */
export function standingWords({ stage, failure, lookedAt }: UpdateState): string {
  if (failure) return failureWords(failure)
  if (stage.kind !== 'current' || lookedAt === undefined) return words.nothingKnown
  return `${words.current} ${words.lookedAt(moment(lookedAt))}`
}

export const failureWords = ({ message, remedy }: UpdateFailure): string => `${message} ${remedy}`
