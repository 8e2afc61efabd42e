/**
 * Makers of SIP phones and adapters: those on Microsoft's list of devices for SIP Gateway ("Plan for SIP Gateway",
 * July 2024), and some usual ones that are not.
 */
export const vendors = [
  'cisco',
  'poly',
  'yealink',
  'audiocodes',
  'ale',
  'spectralink',
  'ascom',
  'algo',
  'gigaset',
  'snom',
  'grandstream',
  'fanvil',
  'mitel',
] as const

export type Vendor = (typeof vendors)[number]

/** Reads a maker's name without regard to case and surrounding blanks. */
export function parseVendor(text: string): Vendor | undefined {
  const name = text.trim().toLowerCase()
  return vendors.find((vendor) => vendor === name)
}

const notOnTheList: readonly Vendor[] = ['grandstream', 'fanvil', 'mitel']

/** Whether Microsoft's list names devices of this maker. A newer list may name more. */
export const isOnMicrosoftsList = (vendor: Vendor): boolean => !notOnTheList.includes(vendor)

/** On Microsoft's list with phones or speakers, and without any analog adapter. */
const withoutAdapters: readonly Vendor[] = ['yealink', 'snom', 'algo', 'ale']

/** Whether a port after a MAC address of this maker makes no sense, as far as Microsoft's list tells. */
export const hasNoAdapters = (vendor: Vendor): boolean => withoutAdapters.includes(vendor)
