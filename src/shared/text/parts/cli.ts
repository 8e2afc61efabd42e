import { cli as english } from '../en/cli.ts'
import { part } from '../part.ts'

export const cli = /* @__PURE__ */ part('cli', english)
