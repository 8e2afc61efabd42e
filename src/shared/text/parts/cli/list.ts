import { list as english } from '../../en/cli/list.ts'
import { part } from '../../part.ts'

export const list = /* @__PURE__ */ part('cli.list', english)
