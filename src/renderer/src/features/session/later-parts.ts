import { later } from '../../components/later.tsx'

// What the card of the first page has none of at first: fields, hints and messages are a tenth of what the window is made of.

const parts = () => import('./session-parts.ts')

/** Who has signed in here before: the page waits for them, so that nothing moves when they come. */
export const RememberedAccounts = later(async () => (await parts()).RememberedAccounts)

export const CodeToEnter = later(async () => (await parts()).CodeToEnter)
export const FailureReport = later(async () => (await parts()).FailureReport)
export const RenewalWarning = later(async () => (await parts()).RenewalWarning)
export const TenantField = later(async () => (await parts()).TenantField)
