import { triage as english } from '../../en/site/triage.ts'
import { part } from '../../part.ts'

export const triage = /* @__PURE__ */ part('site.triage', english)
