import { isGuid } from '../guid.ts'

/** The organisation worked in. `simulated` marks the built-in stand-in and is never absent. */
export type Tenant = {
  readonly id: string
  readonly name: string
  readonly domain?: string
  readonly simulated: boolean
  /** Which one of the simulators that the app starts itself: each ends with the app. Absent for any other stand-in. */
  readonly simulator?: string
}

/** Whether both are the same service with the same phones. */
export const isSameTenant = (one: TenantKey, other: TenantKey): boolean =>
  one.id.toLowerCase() === other.id.toLowerCase() && one.simulator === other.simulator

type TenantKey = Pick<Tenant, 'id' | 'simulator'>

/** Whether the text can be a tenant's ID, which is a GUID. */
export const isTenantId = isGuid

/** The signed-in administrator. */
export type Operator = {
  readonly username: string
  /** What the tenant's directory calls them (a GUID); not known of every sign-in. */
  readonly objectId?: string
}
