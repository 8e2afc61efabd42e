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

/** The makers' names, the same in every language. In plain letters: they also stand in configurations. */
export const vendorNames: Readonly<Record<Vendor, string>> = {
  cisco: 'Cisco',
  poly: 'Poly',
  yealink: 'Yealink',
  audiocodes: 'AudioCodes',
  ale: 'Alcatel-Lucent Enterprise',
  spectralink: 'Spectralink',
  ascom: 'Ascom',
  algo: 'Algo',
  gigaset: 'Gigaset',
  snom: 'Snom',
  grandstream: 'Grandstream',
  fanvil: 'Fanvil',
  mitel: 'Mitel',
}

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
