/**
 * What a file may be called on every system, after the wish: no folders, no characters that Windows does not take
 * (Microsoft, "Naming Files, Paths, and Namespaces"), none that turns the name around on the screen, no name of a
 * device, and no longer than 100 characters, so that something can be added.
 */
export function fileName(wish: string): string {
  const name = wish
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, '_')
    .slice(0, longest)
    .toWellFormed()
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  return device.test(name) || name === '' ? `_${name}` : name
}

const longest = 100
// Windows knows a device by what stands before the first dot.
const device = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])\s*(?:\.|$)/i
