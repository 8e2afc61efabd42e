import { table as english } from '../../en/window/table.ts'
import { part } from '../../part.ts'

export const table = /* @__PURE__ */ part('window.table', english)
