import { site as english } from '../en/site.ts'
import { part } from '../part.ts'

export const site = /* @__PURE__ */ part('site', english)
