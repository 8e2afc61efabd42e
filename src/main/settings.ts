import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'

/** What the app remembers from one start to the next. Runs are not here: their journals are. */
export type Settings = {
  /** The folder that a file was last read from or written to. */
  lastFolder(): string | undefined
  rememberFolder(folder: string): void
}

type Stored = { lastFolder?: string }

/** Opens the settings in `directory`. A file that cannot be read is kept beside a new one, under another name. */
export function openSettings(directory: string): Settings {
  const store = openStore(directory)
  return {
    lastFolder: () => store.get('lastFolder'),
    rememberFolder: (folder) => store.set('lastFolder', folder),
  }
}

function openStore(directory: string): Store<Stored> {
  const options = { cwd: directory, name: 'settings', schema: { lastFolder: { type: 'string' } } } as const
  try {
    return new Store<Stored>(options)
  } catch {
    const file = join(directory, 'settings.json')
    copyFileSync(file, `${file}.unreadable`)
    return new Store<Stored>({ ...options, clearInvalidConfig: true })
  }
}
