import { phones as english } from '../../en/window/phones.ts'
import { part } from '../../part.ts'

export const phones = /* @__PURE__ */ part('window.phones', english)
