import { report as english } from '../../en/cli/run-report.ts'
import { part } from '../../part.ts'

export const report = /* @__PURE__ */ part('cli.report', english)
