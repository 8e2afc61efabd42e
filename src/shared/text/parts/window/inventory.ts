import { inventory as english } from '../../en/window/inventory.ts'
import { part } from '../../part.ts'

export const inventory = /* @__PURE__ */ part('window.inventory', english)
