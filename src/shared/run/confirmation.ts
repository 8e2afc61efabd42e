/** What the operator read and agreed to. Main refuses to start anything else. */
export type Confirmation = {
  readonly tenantId: string
  readonly phones: number
  readonly batches: number
}
