import { conditionalAccess as english } from '../../en/site/conditional-access.ts'
import { part } from '../../part.ts'

export const conditionalAccess = /* @__PURE__ */ part('site.conditionalAccess', english)
