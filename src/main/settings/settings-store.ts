import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import type { TenantNames } from '../../core/session/session-service/memory.ts'
import type { AppSettings } from '../../shared/settings.ts'
import { text } from '../../shared/text/index.ts'
import { whatIsWrong } from './stored-schema.ts'

/** Where a window was, in the screen's own units, before it was maximised. */
export type WindowPlace = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximised: boolean
}

/** The file of the settings, as far as it is there. */
export type Stored = Partial<Omit<AppSettings, 'troubles' | 'managed' | 'fileBeside'>> & {
  readonly lastFolder?: string
  readonly lastAccount?: string
  /** Where the lists are that were opened or saved last, the latest first. */
  readonly recentPaths?: readonly string[]
  readonly tenantNames?: Readonly<Record<string, TenantNames>>
  readonly windowPlace?: WindowPlace
  /** How large the page is shown: 1 as it is. */
  readonly zoom?: number
  /** What was said about a policy.json beside the program, by its path, and about which bytes of it. */
  readonly filesBeside?: Readonly<Record<string, { readonly sha256: string; readonly use: boolean }>>
}

export type SettingsStore = {
  stored(): Stored
  /** Null takes a setting away. Answers a sentence when the file could not be written. */
  keep(change: { readonly [Name in keyof Stored]?: Stored[Name] | null | undefined }): string | undefined
  /** Sentences about what was wrong with the file. */
  readonly troubles: readonly string[]
}

/**
 * Opens settings.json in `directory`. A file that cannot be read is kept beside a new one, under another name;
 * where nothing can be written the settings last until the app ends. Never throws.
 */
export function openSettingsStore(directory: string): SettingsStore {
  const file = join(directory, 'settings.json')
  const { store, troubles } = openFile(directory, file)
  let stored: Stored = store?.store ?? {}
  return {
    stored: () => stored,
    keep(change) {
      const kept = Object.entries({ ...stored, ...change }).filter(([, value]) => value != null)
      stored = Object.fromEntries(kept)
      try {
        refuseWrong(stored)
        // Whole, so that a key that has gone goes from the file too; the store's own keys stay.
        if (store) store.store = stored
        return undefined
      } catch (error) {
        return text.main.settings.notKept(file, (error as Error).message)
      }
    },
    troubles,
  }
}

function openFile(
  directory: string,
  file: string,
): { readonly store?: Store<Stored>; readonly troubles: readonly string[] } {
  try {
    const store = openStore(directory, false)
    refuseWrong(store.store)
    return { store, troubles: [] }
  } catch {
    const aside = `${file}.unreadable`
    try {
      copyFileSync(file, aside)
      const store = openStore(directory, true)
      store.clear()
      return { store, troubles: [text.main.settings.putAside(aside)] }
    } catch (error) {
      return { troubles: [text.main.settings.notKept(file, (error as Error).message)] }
    }
  }
}

function refuseWrong(content: unknown): void {
  const wrong = whatIsWrong(content)
  if (wrong !== undefined) throw new Error(wrong)
}

const openStore = (cwd: string, clearInvalidConfig: boolean): Store<Stored> =>
  new Store<Stored>({
    cwd,
    name: 'settings',
    // Without a schema of its own, which it would compile: a third of the start of main (stored-schema.ts).
    clearInvalidConfig,
    // The format of the file, and not the version of the app: what changes it adds a step.
    projectVersion: '1.0.0',
    migrations: {
      // Files from before had the last folder alone, under the name that it still has.
      '1.0.0': () => undefined,
    },
  })
