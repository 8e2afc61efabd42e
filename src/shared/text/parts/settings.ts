import { settings as english } from '../en/settings.ts'
import { part } from '../part.ts'

export const settings = /* @__PURE__ */ part('settings', english)
