import { program as english } from '../../en/cli/program.ts'
import { part } from '../../part.ts'

export const program = /* @__PURE__ */ part('cli.program', english)
