import type { NativeTheme } from 'electron'
import type { Theme } from '../../shared/settings.ts'

/** Sets the theme for the page and for the frame of its window. */
export function showIn(theme: Theme, nativeTheme: Pick<NativeTheme, 'themeSource'>): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
}

/** The canvas behind the page until it is there: the background of Teams' themes (Fluent UI, theme tokens). */
export function canvasColour(
  theme: Pick<NativeTheme, 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>,
): string {
  if (theme.shouldUseHighContrastColors) return '#000000'
  return theme.shouldUseDarkColors ? '#1f1f1f' : '#f5f5f5'
}
