import { gateway as english } from '../en/gateway.ts'
import { part } from '../part.ts'

export const gateway = /* @__PURE__ */ part('gateway', english)
