import { urls as english } from '../../en/window/urls.ts'
import { part } from '../../part.ts'

export const urls = /* @__PURE__ */ part('window.urls', english)
