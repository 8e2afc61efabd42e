import type { AppFailure } from '../shared/app-failure.ts'
import { fail, type Result, succeed } from '../shared/result.ts'
import { type AppSettings, checkSettings, manageable, type SettingsChange } from '../shared/settings.ts'
import { text } from '../shared/text/index.ts'
import type { Policy } from './policy/policy.ts'
import type { SessionMemory } from './session/session-desk/memory.ts'
import type { SettingsStore, Stored } from './settings-store.ts'
import type { WindowPlace } from './window-place.ts'

/** What the app remembers from one start to the next. Runs are not here: their journals are. */
export type Settings = SessionMemory & {
  shown(): AppSettings
  change(change: SettingsChange): Result<AppSettings, AppFailure>
  /** Adds a sentence about something that could not be kept; once. */
  trouble(sentence: string): void
  /** The folder that a file was last read from or written to. */
  lastFolder(): string | undefined
  rememberFolder(folder: string): void
  windowPlace(): WindowPlace | undefined
  rememberWindow(place: WindowPlace): void
}

/**
 * `changed` is told whenever what `shown` answers may have changed. What the policy sets counts before what the
 * operator has chosen, which is kept for the day when the policy goes.
 */
export function createSettings(
  store: SettingsStore,
  changed: (settings: AppSettings) => void,
  policy: Policy = { troubles: [] },
): Settings {
  const troubles: string[] = [...policy.troubles, ...store.troubles]
  const managed = manageable.filter((name) => policy[name] !== undefined)

  function trouble(sentence: string): void {
    if (troubles.includes(sentence)) return
    troubles.push(sentence)
    changed(shown())
  }

  function keep(change: { readonly [Name in keyof Stored]?: Stored[Name] | null | undefined }): void {
    const failed = store.keep(change)
    if (failed !== undefined) trouble(failed)
  }

  function shown(): AppSettings {
    const stored = store.stored()
    const { theme = 'system', fullNamesInLog = false } = stored
    const { clientId, tenant, region } = { ...stored, ...policy }
    const updates = policy.updates ?? stored.updates ?? 'tell'
    return {
      ...(clientId !== undefined && { clientId }),
      ...(tenant !== undefined && { tenant }),
      ...(region !== undefined && { region }),
      theme,
      fullNamesInLog,
      updates: updates === 'off' ? 'off' : 'tell',
      managed,
      troubles: [...troubles],
    }
  }

  return {
    shown,
    change(asked) {
      if (managed.some((name) => asked[name] !== undefined))
        return fail({ kind: 'settings', ...text.main.settings.managed })
      const checked = checkSettings(asked)
      if (!checked.ok) return fail({ kind: 'settings', ...checked.failure })
      keep(checked.value)
      changed(shown())
      return succeed(shown())
    },
    trouble,
    lastFolder: () => store.stored().lastFolder,
    rememberFolder: (lastFolder) => keep({ lastFolder }),
    windowPlace: () => store.stored().windowPlace,
    rememberWindow: (windowPlace) => keep({ windowPlace }),
    tenantToSignInTo: () => shown().tenant,
    lastAccount: () => store.stored().lastAccount,
    rememberAccount: (lastAccount) => keep({ lastAccount: lastAccount ?? null }),
    tenantNames: (tenantId) => store.stored().tenantNames?.[tenantId],
    rememberTenant: (tenantId, names) =>
      keep({ tenantNames: { ...store.stored().tenantNames, [tenantId]: names } }),
  }
}
