import { site as english } from '../../en/cli/site.ts'
import { part } from '../../part.ts'

export const site = /* @__PURE__ */ part('cli.site', english)
