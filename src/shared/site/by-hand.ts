import type { Vendor } from './vendors.ts'

/** The facts for setting a device up at the device itself. Their words are in `text.site.byHand`. */
export type ByHand = {
  readonly vendor: Vendor
  /** What kind of device, where a maker has several. */
  readonly device: string
  /** Where the URL goes in the device's web page. */
  readonly where: string
  readonly reset: string
  /** At least, by Microsoft's list of July 2024. */
  readonly firmware: string
}
