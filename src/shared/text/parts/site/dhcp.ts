import { dhcp as english } from '../../en/site/dhcp.ts'
import { part } from '../../part.ts'

export const dhcp = /* @__PURE__ */ part('site.dhcp', english)
