import { readiness as english } from '../en/readiness.ts'
import { part } from '../part.ts'

export const readiness = /* @__PURE__ */ part('readiness', english)
