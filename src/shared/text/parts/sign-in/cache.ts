import { cache as english } from '../../en/sign-in/cache.ts'
import { part } from '../../part.ts'

export const cache = /* @__PURE__ */ part('signIn.cache', english)
