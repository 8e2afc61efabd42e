/** Ends an exhaustive switch: a case that the compiler missed is a bug and says which. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected ${JSON.stringify(value)}`)
}
