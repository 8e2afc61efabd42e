/** One measured figure of the bench. `limit`: the most it may be, null where it is only watched. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly limit: number | null
}
