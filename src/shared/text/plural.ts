/** A whole number as people write it: 3,000. Making a format of Intl takes as long as half a command of the terminal. */
export const count = (number: number): string => String(number).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',')

/** `1 phone`, `3,000 phones`. */
export const plural = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`
