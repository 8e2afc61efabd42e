import { manageable } from '../../shared/policy.ts'
import type { Policy, PolicySource } from './policy.ts'
import { readValues } from './read-values.ts'

/**
 * Merges the policies of the organisation's places into one: value by value, the first place with a good one counts, and
 * what cannot be used becomes a trouble. Where it is unclear what the organisation wants of updates, they are off.
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
