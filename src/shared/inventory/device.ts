import type { Fact, UnreadReason } from '../readiness/facts.ts'

/** What the device inventory of the Teams admin center says of one phone. Times are ISO 8601. */
export type DeviceFacts = {
  /** Since when the tenant has a record of the phone; no field for its onboarding was ever seen. */
  readonly onboardedAt: Fact<string>
  /** `never`: the record says that nobody has signed in on it. */
  readonly signIn: Fact<'signed-in' | 'signed-out' | 'never'>
  /** Since when it is so. */
  readonly signInAt: Fact<string>
  /** Who signed in last, a UPN in lower case. */
  readonly user: Fact<string>
  /** The inventory's own word, such as offline. */
  readonly health: Fact<string>
  readonly healthAt: Fact<string>
  readonly firmware: Fact<string>
}

/** `port`: which record belongs to a port of an analog adapter is not known. `several`: it has several of this phone. */
export type DeviceUnread =
  | UnreadReason
  /** Microsoft gave the sign-in no token for the inventory, or the inventory did not take it. */
  | 'no-token'
  | 'port'
  | 'several'
  /** The inventory has more pages than are read, or took too long. */
  | 'unfinished'
  /** It has none of the phones that were asked for: then it says nothing about one of them. */
  | 'none-listed'

export type DeviceReading =
  | { readonly kind: 'listed'; readonly device: DeviceFacts }
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'unread'; readonly why: DeviceUnread }

/** The facts about the requested phones. */
export type InventoryAnswer = {
  readonly tenantId: string
  /** ISO 8601: when it was read. */
  readonly at: string
  /** How many devices the inventory has, as far as it was read; those that nobody asked for leave no other trace. */
  readonly seen: number
  /** By hardware ID as it was asked for. */
  readonly devices: readonly (readonly [string, DeviceReading])[]
}
