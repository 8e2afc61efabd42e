import { history as english } from '../../en/window/history.ts'
import { part } from '../../part.ts'

export const history = /* @__PURE__ */ part('window.history', english)
