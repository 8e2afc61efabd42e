import { manageable } from '../../shared/policy.ts'
import type { Policy, PolicySource } from './policy.ts'
import { readValues } from './read-values.ts'

/**
 * Merges the organization's policies into one. For each value, the first place with a valid one counts; invalid ones
 * become a trouble. If it is unclear what the organization wants for updates, they are off.
 */
export function mergePolicies(sources: readonly PolicySource[]): Policy {
  const merged: Record<string, unknown> = {}
  const places: Record<string, string> = {}
  const troubles: string[] = []
  let unclearIn: string | undefined

  for (const source of sources) {
    const { place, unreadable } = source
    const read = readValues(source, 'organisation')
    troubles.push(...(unreadable === undefined ? [] : [unreadable]), ...read.troubles)
    if (unreadable !== undefined || read.unclear) unclearIn ??= place
    for (const name of manageable) {
      if (read.values[name] === undefined || name in merged) continue
      merged[name] = read.values[name]
      places[name] = place
    }
  }
  if (unclearIn !== undefined && !('updates' in merged)) {
    merged['updates'] = 'off'
    places['updates'] = unclearIn
  }
  return { ...merged, places, troubles }
}
