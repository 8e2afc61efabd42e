import { byHand as english } from '../../en/site/by-hand.ts'
import { part } from '../../part.ts'

export const byHand = /* @__PURE__ */ part('site.byHand', english)
