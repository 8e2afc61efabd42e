import { application as english } from '../../en/sign-in/application.ts'
import { part } from '../../part.ts'

export const application = /* @__PURE__ */ part('signIn.application', english)
