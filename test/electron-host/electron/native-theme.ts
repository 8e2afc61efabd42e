import type * as Electron from 'electron'
import type { Media } from '../control.ts'
import { partlyEmitting } from '../missing.ts'

type ThemeSource = Electron.NativeTheme['themeSource']

/** Follows what the pages are shown: `changed` is told when main chooses a theme itself. */
export function createNativeTheme(system: Media, changed: (media: Media) => void): Electron.NativeTheme {
  let source: ThemeSource = 'system'
  const media = (): Media => ({
    ...system,
    colorScheme: source === 'system' ? system.colorScheme : source,
  })
  const theme = partlyEmitting<Electron.NativeTheme>('nativeTheme', {
    get shouldUseDarkColors() {
      return media().colorScheme === 'dark'
    },
    get shouldUseHighContrastColors() {
      return system.forcedColors === 'active'
    },
    get themeSource() {
      return source
    },
    set themeSource(next) {
      source = next
      changed(media())
      theme.emit('updated')
    },
  })
  return theme
}
