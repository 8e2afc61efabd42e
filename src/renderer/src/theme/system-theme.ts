import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'

const contrast = '(forced-colors: active)'
const dark = '(prefers-color-scheme: dark)'

/** The Teams theme the system asks for; it changes while the window is open. */
export function useSystemTheme(): Theme {
  return useSyncExternalStore(subscribe, current)
}

function current(): Theme {
  if (window.matchMedia(contrast).matches) return teamsHighContrastTheme
  return window.matchMedia(dark).matches ? teamsDarkTheme : teamsLightTheme
}

function subscribe(changed: () => void): () => void {
  const queries = [contrast, dark].map((query) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
