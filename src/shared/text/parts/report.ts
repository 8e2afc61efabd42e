import { report as english } from '../en/report.ts'
import { part } from '../part.ts'

export const report = /* @__PURE__ */ part('report', english)
