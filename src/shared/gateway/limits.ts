/** What the service allows (Microsoft, "Configure SIP Gateway", section "Bulk sign in"). */
export const maxPhonesPerBatch = 100
export const maxOpenBatchesPerRegion = 3

/**
 * How many phones of a region go into one batch. Large batches take longer and may get stuck where accounts come from
 * on-premises Active Directory (Microsoft, "Configure SIP Gateway", "Bulk sign in error messages"); very small ones would
 * only wait for each other, as few may run at a time.
 */
export const smallestBatchSize = 10

/** Whether it can be chosen how many phones go into a batch, so many. */
export const isBatchSize = (phones: number): boolean =>
  Number.isInteger(phones) && phones >= smallestBatchSize && phones <= maxPhonesPerBatch
