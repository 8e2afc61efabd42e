import { readiness as english } from '../../en/window/readiness.ts'
import { part } from '../../part.ts'

export const readiness = /* @__PURE__ */ part('window.readiness', english)
