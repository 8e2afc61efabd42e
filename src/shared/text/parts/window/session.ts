import { session as english } from '../../en/window/session.ts'
import { part } from '../../part.ts'

export const session = /* @__PURE__ */ part('window.session', english)
