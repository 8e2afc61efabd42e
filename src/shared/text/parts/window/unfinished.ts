import { unfinished as english } from '../../en/window/unfinished.ts'
import { part } from '../../part.ts'

export const unfinished = /* @__PURE__ */ part('window.unfinished', english)
