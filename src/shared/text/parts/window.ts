import { window as english } from '../en/window.ts'
import { part } from '../part.ts'

export const window = /* @__PURE__ */ part('window', english)
