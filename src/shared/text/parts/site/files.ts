import { files as english } from '../../en/site/files.ts'
import { part } from '../../part.ts'

export const files = /* @__PURE__ */ part('site.files', english)
