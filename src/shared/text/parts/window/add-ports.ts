import { addPorts as english } from '../../en/window/add-ports.ts'
import { part } from '../../part.ts'

export const addPorts = /* @__PURE__ */ part('window.addPorts', english)
