import { check } from './site/check.ts'
import { dhcp } from './site/dhcp.ts'
import { firewall } from './site/firewall.ts'
import { makers } from './site/makers.ts'
import { vendors } from './site/vendors.ts'

/** What is said about the site: makers, DHCP, the way to SIP Gateway, Conditional Access, and phones that will not come up. */
export const site = { check, dhcp, firewall, makers, vendors }
