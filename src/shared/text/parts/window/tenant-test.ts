import { tenantTest as english } from '../../en/window/tenant-test.ts'
import { part } from '../../part.ts'

export const tenantTest = /* @__PURE__ */ part('window.tenantTest', english)
