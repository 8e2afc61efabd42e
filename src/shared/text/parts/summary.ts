import { summary as english } from '../en/summary.ts'
import { part } from '../part.ts'

export const summary = /* @__PURE__ */ part('summary', english)
