import { fileBeside as english } from '../../en/window/file-beside.ts'
import { part } from '../../part.ts'

export const fileBeside = /* @__PURE__ */ part('window.fileBeside', english)
