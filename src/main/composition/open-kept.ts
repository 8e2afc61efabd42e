import { join } from 'node:path'
import type { App, NativeTheme } from 'electron'
import { systemClock } from '../../core/clock/clock.ts'
import type { Push } from '../ipc/page-line.ts'
import { createLog, type Log } from '../log/log.ts'
import { policyPlaces } from '../policy/policy-places.ts'
import { readPolicies } from '../policy/read-policies.ts'
import { createSettings, type Settings } from '../settings/settings.ts'
import { openSettingsStore } from '../settings/settings-store.ts'
import { showIn } from '../window/theme.ts'

/** What the app keeps on this computer for itself: the window needs it before anything else is there. */
export type Kept = { readonly settings: Settings; readonly log: Log }

/** Opens the settings, with the policy in force, and the log; shows the theme that was chosen. */
export async function openKept(options: {
  readonly app: Pick<App, 'getPath'>
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>
  readonly push: Push
}): Promise<Kept> {
  const { app, nativeTheme, push } = options
  const userData = app.getPath('userData')
  const { platform, env } = process
  const policies = await readPolicies(policyPlaces({ platform, env, exe: app.getPath('exe') }))
  const settings = createSettings(
    openSettingsStore(userData),
    (changed) => {
      showIn(changed.theme, nativeTheme)
      push('settings:changed', changed)
    },
    policies,
  )
  showIn(settings.shown().theme, nativeTheme)

  const log = createLog({
    folder: join(userData, 'logs'),
    now: systemClock.now,
    fullNames: () => settings.shown().fullNamesInLog,
  })
  for (const trouble of settings.shown().troubles)
    log.write({ level: 'warning', area: 'settings', message: trouble })
  return { settings, log }
}
