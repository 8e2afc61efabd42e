import { reconcile as english } from '../../en/cli/reconcile.ts'
import { part } from '../../part.ts'

export const reconcile = /* @__PURE__ */ part('cli.reconcile', english)
