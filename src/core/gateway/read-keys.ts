/**
 * The same JSON with every key in lower case: how the service writes its keys on the wire is not known, and
 * its PowerShell module shows another case than its requests use. Of keys that differ only in case the first
 * counts. Nothing the service sends is nested deeper than `depth`; what is, stays as it came.
 */
export function lowerCaseKeys(json: unknown, depth = 8): unknown {
  if (depth === 0 || typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((item) => lowerCaseKeys(item, depth - 1))
  return Object.fromEntries(
    Object.entries(json)
      .map(([key, value]) => [key.toLowerCase(), lowerCaseKeys(value, depth - 1)] as const)
      .reverse(),
  )
}
