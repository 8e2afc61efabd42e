import { firewall as english } from '../../en/site/firewall.ts'
import { part } from '../../part.ts'

export const firewall = /* @__PURE__ */ part('site.firewall', english)
