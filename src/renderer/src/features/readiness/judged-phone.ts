import type { JudgedAccount } from '../../../../shared/readiness/readiness.ts'

/** A row of the list with what was read of its account. */
export type JudgedPhone = JudgedAccount & { readonly row: number; readonly username: string }
