import type { Vendor } from '../../../site/vendors.ts'

/** The makers' names, in plain letters: they also stand in configurations. */
export const vendors: Readonly<Record<Vendor, string>> = {
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
