import { network as english } from '../../en/sign-in/network.ts'
import { part } from '../../part.ts'

export const network = /* @__PURE__ */ part('signIn.network', english)
