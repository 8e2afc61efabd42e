import { succeed } from '../../shared/result.ts'
import type { Handlers } from '../ipc/answer.ts'
import type { Log } from '../log/log.ts'
import type { Settings } from '../settings/settings.ts'
import type { Updates } from '../updates/updates.ts'

/** Showing and changing the settings. */
export function settingsHandlers(options: {
  readonly settings: Pick<Settings, 'shown' | 'change' | 'answerFileBeside'>
  readonly updates: Pick<Updates, 'policyChanged'>
  readonly log: Pick<Log, 'write'>
}): Pick<Handlers, 'settings:get' | 'settings:change' | 'settings:answer-file-beside'> {
  const { settings, updates, log } = options
  return {
    'settings:get': () => succeed(settings.shown()),
    'settings:change': (change) => settings.change(change),
    'settings:answer-file-beside': (answer) => {
      const answered = settings.answerFileBeside(answer)
      if (!answered.ok) return answered
      const path = answered.value.fileBeside?.path
      log.write({ level: 'info', area: 'settings', message: `${answer.use ? 'Uses' : 'Ignores'} ${path}` })
      updates.policyChanged()
      return answered
    },
  }
}
