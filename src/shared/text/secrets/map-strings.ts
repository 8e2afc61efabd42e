/** The same JSON with every string in it replaced, names of keys too. It is nested as deeply as it is. */
export function mapStrings(json: unknown, replace: (text: string) => string): unknown {
  if (typeof json === 'string') return replace(json)
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((item) => mapStrings(item, replace))
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [replace(key), mapStrings(value, replace)]),
  )
}
