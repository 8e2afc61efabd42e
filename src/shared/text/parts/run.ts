import { run as english } from '../en/run.ts'
import { part } from '../part.ts'

export const run = /* @__PURE__ */ part('run', english)
