import { succeed } from '../../shared/result.ts'
import type { Handlers } from '../ipc/answer.ts'
import type { Settings } from '../settings.ts'

/** Showing and changing the settings. */
export function settingsHandlers(
  settings: Pick<Settings, 'shown' | 'change'>,
): Pick<Handlers, 'settings:get' | 'settings:change'> {
  return {
    'settings:get': () => succeed(settings.shown()),
    'settings:change': (change) => settings.change(change),
  }
}
