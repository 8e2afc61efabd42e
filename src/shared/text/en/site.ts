import { byHand } from './site/by-hand.ts'
import { check } from './site/check.ts'
import { conditionalAccess } from './site/conditional-access.ts'
import { dhcp } from './site/dhcp.ts'
import { files } from './site/files.ts'
import { firewall } from './site/firewall.ts'
import { makers } from './site/makers.ts'
import { triage } from './site/triage.ts'

/** The words about the site: makers, DHCP, the way to SIP Gateway, Conditional Access, and phones that will not come up. */
export const site = { byHand, check, conditionalAccess, dhcp, files, firewall, makers, triage }
