import { powershell as english } from '../../en/cli/powershell.ts'
import { part } from '../../part.ts'

export const powershell = /* @__PURE__ */ part('cli.powershell', english)
