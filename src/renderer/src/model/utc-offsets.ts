/** The offsets from UTC that the world has, in seconds, with their names. */
export const utcOffsets: readonly { readonly seconds: number; readonly name: string }[] = [
  ...[-12, -11, -10, -9.5, -9, -8, -7, -6, -5, -4, -3.5, -3, -2, -1, 0, 1, 2, 3, 3.5, 4, 4.5, 5, 5.5, 5.75],
  ...[6, 6.5, 7, 8, 8.75, 9, 9.5, 10, 10.5, 11, 12, 12.75, 13, 14],
].map((hours) => ({ seconds: hours * 3600, name: nameOf(hours) }))

function nameOf(hours: number): string {
  if (hours === 0) return 'UTC'
  const size = Math.abs(hours)
  const minutes = String((size % 1) * 60).padStart(2, '0')
  // The minus sign of typography, as wide as the plus.
  return `UTC${hours < 0 ? '\u2212' : '+'}${String(Math.floor(size)).padStart(2, '0')}:${minutes}`
}
