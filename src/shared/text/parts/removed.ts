import { removed as english } from '../en/removed.ts'
import { part } from '../part.ts'

export const removed = /* @__PURE__ */ part('removed', english)
