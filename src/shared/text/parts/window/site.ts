import { site as english } from '../../en/window/site.ts'
import { part } from '../../part.ts'

export const site = /* @__PURE__ */ part('window.site', english)
