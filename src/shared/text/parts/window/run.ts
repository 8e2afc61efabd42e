import { run as english } from '../../en/window/run.ts'
import { part } from '../../part.ts'

export const run = /* @__PURE__ */ part('window.run', english)
