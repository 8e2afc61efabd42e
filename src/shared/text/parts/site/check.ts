import { check as english } from '../../en/site/check.ts'
import { part } from '../../part.ts'

export const check = /* @__PURE__ */ part('site.check', english)
