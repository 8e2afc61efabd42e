/**
 * Reads one character as JSON (`\u0065`, also escaped twice), URLs (`%65`, `%2565`) or HTML (`&#101;`, `&#x65;`) write
 * it. Only characters below 128 matter: tokens have no others. Every repetition is limited, so no text makes it slow.
 */
const escapes =
  /\\{1,8}(?:u00([0-7][0-9a-f])|x([0-7][0-9a-f])|([nrt])|(["/]))|%(?:25){0,4}([2-7][0-9a-f])|&#0{0,4}(\d{2,3});|&#x0{0,4}([2-7][0-9a-f]);/iy

/** Whether an escape may begin with the character of this code: a backslash, `%` or `&`. */
export const mayEscape = (code: number): boolean => code === 0x5c || code === 0x25 || code === 0x26

/** Reads the escape that begins at `at`, if one does: the code of its character, and where it ends. */
export function readEscape(
  text: string,
  at: number,
): { readonly code: number; readonly end: number } | undefined {
  escapes.lastIndex = at
  const match = escapes.exec(text)
  if (!match) return undefined
  const [, json, byte, blank, itself, url, decimal, hexadecimal] = match
  const hex = json ?? byte ?? url ?? hexadecimal
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
  const end = escapes.lastIndex
  if (blank !== undefined) return { code: 0x20, end }
  if (itself !== undefined) return { code: itself.charCodeAt(0), end }
  return code < 128 ? { code, end } : undefined
}
