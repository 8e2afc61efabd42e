import { signIn as english } from '../../en/cli/sign-in.ts'
import { part } from '../../part.ts'

export const signIn = /* @__PURE__ */ part('cli.signIn', english)
