import { particular as english } from '../../en/sign-in/particular.ts'
import { part } from '../../part.ts'

export const particular = /* @__PURE__ */ part('signIn.particular', english)
