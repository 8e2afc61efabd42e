import { main as english } from '../en/main.ts'
import { part } from '../part.ts'

export const main = /* @__PURE__ */ part('main', english)
