import { settings as english } from '../../en/window/settings.ts'
import { part } from '../../part.ts'

export const settings = /* @__PURE__ */ part('window.settings', english)
