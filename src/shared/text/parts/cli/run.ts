import { run as english } from '../../en/cli/run.ts'
import { part } from '../../part.ts'

export const run = /* @__PURE__ */ part('cli.run', english)
