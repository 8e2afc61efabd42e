import type { Vendor } from './vendors.ts'

/** What somebody needs who sets a device up at the device itself; the words are in `text.site.byHand`. */
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
