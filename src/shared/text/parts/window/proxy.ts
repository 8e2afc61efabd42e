import { proxy as english } from '../../en/window/proxy.ts'
import { part } from '../../part.ts'

export const proxy = /* @__PURE__ */ part('window.proxy', english)
