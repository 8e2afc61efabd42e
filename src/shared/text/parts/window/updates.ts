import { updates as english } from '../../en/window/updates.ts'
import { part } from '../../part.ts'

export const updates = /* @__PURE__ */ part('window.updates', english)
