import { activity as english } from '../../en/window/activity.ts'
import { part } from '../../part.ts'

export const activity = /* @__PURE__ */ part('window.activity', english)
