import type { SessionService } from '../../core/session/session-service.ts'
import type { ModuleProbe } from '../../shared/powershell/probe.ts'
import { succeed } from '../../shared/result.ts'
import type { Handlers } from '../ipc/answer.ts'
import type { Log } from '../log/log.ts'
import type { Settings } from '../settings/settings.ts'
import type { Updates } from '../updates/updates.ts'

/** Showing and changing the settings. */
export function settingsHandlers(options: {
  readonly settings: Pick<Settings, 'shown' | 'change' | 'answerFileBeside'>
  readonly updates: Pick<Updates, 'policyChanged'>
  readonly sessions: Pick<SessionService, 'reopen'>
  readonly probe: () => Promise<ModuleProbe>
  readonly log: Pick<Log, 'write'>
}): Pick<Handlers, 'settings:get' | 'settings:change' | 'settings:answer-file-beside' | 'module:probe'> {
  const { settings, updates, sessions, probe, log } = options
  return {
    'settings:get': () => succeed(settings.shown()),
    'settings:change': async (change) => {
      const before = settings.shown()
      const changed = settings.change(change)
      const isOtherWay =
        changed.ok &&
        (changed.value.way !== before.way || changed.value.moduleVersion !== before.moduleVersion)
      if (isOtherWay) await sessions.reopen()
      return changed
    },
    'module:probe': async () => succeed(await probe()),
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
