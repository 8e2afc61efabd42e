import { frame as english } from '../../en/window/frame.ts'
import { part } from '../../part.ts'

export const frame = /* @__PURE__ */ part('window.frame', english)
