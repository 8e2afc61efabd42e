import type { SessionMemory } from '../../core/session/session-service/memory.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import { rememberLayout } from '../../shared/phones/remember-layout.ts'
import {
  type FileBeside,
  type FileBesideAnswer,
  type ManagedBy,
  type ManagedSetting,
  manageable,
  type PolicyValues,
} from '../../shared/policy.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { type AppSettings, checkSettings, type SettingsChange } from '../../shared/settings.ts'
import { harmless } from '../../shared/text/harmless.ts'
import { text } from '../../shared/text/index.ts'
import { noPolicies, type Policies } from '../policy/policy.ts'
import type { SettingsStore } from './settings-store.ts'
import type { Stored, WindowPlace } from './stored.ts'

/** The app's memory from one start to the next. Runs are not part of it: they have journals. */
export type Settings = SessionMemory & {
  shown(): AppSettings
  change(change: SettingsChange): Result<AppSettings, AppFailure>
  /** The values set by policies, and by a file beside the program that the operator has agreed to. */
  policy(): PolicyValues
  /** The operator's word about the file beside the program; the hash says which one was asked about. */
  answerFileBeside(answer: FileBesideAnswer): Result<AppSettings, AppFailure>
  /** Adds a sentence about something that could not be kept; once. */
  trouble(sentence: string): void
  /** The folder that a file was last read from or written to. */
  lastFolder(): string | undefined
  rememberFolder(folder: string): void
  /** Where the lists are that were opened or saved last, the latest first. */
  recentPaths(): readonly string[]
  keepRecentPaths(paths: readonly string[]): void
  windowPlace(): WindowPlace | undefined
  rememberWindow(place: WindowPlace): void
  /** How large the page is shown: 1 as it is. */
  zoom(): number
  rememberZoom(factor: number): void
}

/**
 * Calls `changed` whenever the answer of `shown` may have changed. The organization's values count first, then those of
 * a file beside the program that the operator has agreed to, then the operator's own, which are kept in case the others
 * go away.
 */
export function createSettings(
  store: SettingsStore,
  changed: (settings: AppSettings) => void,
  policies: Policies = noPolicies,
): Settings {
  const { organisation, fileBeside, besideTroubles = [] } = policies
  const { places, troubles: policyTroubles, ...ofOrganisation } = organisation
  const troubles: string[] = [...policyTroubles, ...besideTroubles, ...store.troubles]

  function answered(): FileBeside['answer'] {
    const found = fileBeside && store.stored().filesBeside?.[fileBeside.path]
    if (found?.sha256 !== fileBeside?.sha256) return undefined
    return found && (found.use ? 'use' : 'ignore')
  }

  function policy(): PolicyValues {
    return answered() === 'use' ? { ...fileBeside?.values, ...ofOrganisation } : ofOrganisation
  }

  function managed(): AppSettings['managed'] {
    const set = policy()
    const besideIt = harmless(fileBeside?.path ?? '')
    const entries = manageable.flatMap((name): readonly (readonly [ManagedSetting, ManagedBy])[] => {
      if (set[name] === undefined) return []
      const place = places[name]
      return [
        [name, place === undefined ? { by: 'file-beside', place: besideIt } : { by: 'organisation', place }],
      ]
    })
    return Object.fromEntries(entries)
  }

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
    const {
      batchSize,
      way,
      moduleVersion,
      theme = 'system',
      fullNamesInLog = false,
      readiness,
      inventory,
      accessSteps,
      layouts,
      table,
    } = stored
    const set = policy()
    const { clientId, tenant, region } = { ...stored, ...set }
    const updates = set.updates ?? stored.updates ?? 'tell'
    return {
      ...(clientId !== undefined && { clientId }),
      ...(tenant !== undefined && { tenant }),
      ...(region !== undefined && { region }),
      ...(batchSize !== undefined && { batchSize }),
      ...(way !== undefined && { way }),
      ...(moduleVersion !== undefined && { moduleVersion }),
      theme,
      fullNamesInLog,
      updates: updates === 'off' ? 'off' : 'tell',
      ...(layouts !== undefined && { layouts }),
      ...(readiness !== undefined && { readiness }),
      ...(inventory !== undefined && { inventory }),
      ...(table !== undefined && { table }),
      managed: managed(),
      ...(accessSteps && { accessSteps }),
      ...(fileBeside && {
        fileBeside: {
          ...fileBeside,
          path: harmless(fileBeside.path),
          overruled: manageable.filter(
            (name) => fileBeside.values[name] !== undefined && ofOrganisation[name] !== undefined,
          ),
          answer: answered(),
        },
      }),
      troubles: [...troubles],
    }
  }

  return {
    shown,
    change(asked) {
      const set = managed()
      const by = manageable.flatMap((name) => (asked[name] === undefined ? [] : (set[name]?.by ?? [])))[0]
      if (by) return fail({ kind: 'settings', ...text.main.settings.managed[by] })
      const checked = checkSettings(asked)
      if (!checked.ok) return fail({ kind: 'settings', ...checked.failure })
      const { layout, ...change } = checked.value
      keep({
        ...change,
        ...(layout && { layouts: rememberLayout(store.stored().layouts ?? [], layout) }),
        ...(layout === null && { layouts: null }),
      })
      changed(shown())
      return succeed(shown())
    },
    policy,
    answerFileBeside({ sha256, use }) {
      if (fileBeside?.sha256 !== sha256)
        return fail({ kind: 'settings', ...text.main.settings.otherFileBeside })
      keep({ filesBeside: { ...store.stored().filesBeside, [fileBeside.path]: { sha256, use } } })
      changed(shown())
      return succeed(shown())
    },
    trouble,
    lastFolder: () => store.stored().lastFolder,
    rememberFolder: (lastFolder) => keep({ lastFolder }),
    recentPaths: () => store.stored().recentPaths ?? [],
    keepRecentPaths: (paths) => keep({ recentPaths: paths.length === 0 ? null : paths }),
    windowPlace: () => store.stored().windowPlace,
    rememberWindow: (windowPlace) => keep({ windowPlace }),
    zoom: () => store.stored().zoom ?? 1,
    rememberZoom: (zoom) => keep({ zoom }),
    tenantToSignInTo: () => shown().tenant,
    lastAccount: () => store.stored().lastAccount,
    rememberAccount: (lastAccount) => keep({ lastAccount: lastAccount ?? null }),
    tenantNames: (tenantId) => store.stored().tenantNames?.[tenantId],
    rememberTenant: (tenantId, names) =>
      keep({ tenantNames: { ...store.stored().tenantNames, [tenantId]: names } }),
  }
}
