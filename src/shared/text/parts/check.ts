import { check as english } from '../en/check.ts'
import { part } from '../part.ts'

export const check = /* @__PURE__ */ part('check', english)
