import { makers as english } from '../../en/site/makers.ts'
import { part } from '../../part.ts'

export const makers = /* @__PURE__ */ part('site.makers', english)
