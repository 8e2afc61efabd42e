/** What the service allows (Microsoft, "Configure SIP Gateway", section "Bulk sign in"). */
export const maxPhonesPerBatch = 100
export const maxOpenBatchesPerRegion = 3
