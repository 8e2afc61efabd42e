import { powershell as english } from '../en/powershell.ts'
import { part } from '../part.ts'

export const powershell = /* @__PURE__ */ part('powershell', english)
