let numbers: Intl.NumberFormat | undefined

/** A whole number as people write it: 3,000. */
export function count(number: number): string {
  // Nothing is grouped below a thousand, and making the format takes as long as half a command of the terminal.
  if (Number.isInteger(number) && Math.abs(number) < 1000) return String(number)
  numbers ??= new Intl.NumberFormat('en')
  return numbers.format(number)
}

/** `1 phone`, `3,000 phones`. */
export const plural = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`
