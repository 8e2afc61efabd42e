import { isGuid } from '../guid.ts'

/** The organisation worked in. `simulated` marks the built-in stand-in and is never absent. */
export type Tenant = {
  readonly id: string
  readonly name: string
  readonly domain?: string
  readonly simulated: boolean
}

/** Whether the text can be a tenant's ID, which is a GUID. */
export const isTenantId = isGuid

/** The signed-in administrator. */
export type Operator = {
  readonly username: string
  /** What the tenant's directory calls them (a GUID); not known of every sign-in. */
  readonly objectId?: string
}
