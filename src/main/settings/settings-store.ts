import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import { text } from '../../shared/text/index.ts'
import type { Stored } from './stored.ts'
import { whatIsWrong } from './stored-schema.ts'

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
    // No migrations so far: files from before had the last folder alone, under the name that it still has. What needs one
    // takes back the part of the store that electron.vite.config.ts leaves out.
  })
