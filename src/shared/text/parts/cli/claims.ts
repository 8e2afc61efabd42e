import { claims as english } from '../../en/cli/claims.ts'
import { part } from '../../part.ts'

export const claims = /* @__PURE__ */ part('cli.claims', english)
