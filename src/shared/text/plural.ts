const numbers = new Intl.NumberFormat('en')

/** A whole number as people write it: 3,000. */
export const count = (number: number): string => numbers.format(number)

/** `1 phone`, `3,000 phones`. */
export const plural = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`
