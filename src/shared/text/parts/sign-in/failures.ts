import { failures as english } from '../../en/sign-in/failures.ts'
import { part } from '../../part.ts'

export const failures = /* @__PURE__ */ part('signIn.failures', english)
