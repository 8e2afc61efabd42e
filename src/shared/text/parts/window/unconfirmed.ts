import { unconfirmed as english } from '../../en/window/unconfirmed.ts'
import { part } from '../../part.ts'

export const unconfirmed = /* @__PURE__ */ part('window.unconfirmed', english)
