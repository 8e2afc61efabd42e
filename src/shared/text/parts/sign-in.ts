import { signIn as english } from '../en/sign-in.ts'
import { part } from '../part.ts'

export const signIn = /* @__PURE__ */ part('signIn', english)
