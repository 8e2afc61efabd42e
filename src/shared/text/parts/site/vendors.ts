import { vendors as english } from '../../en/site/vendors.ts'
import { part } from '../../part.ts'

export const vendors = /* @__PURE__ */ part('site.vendors', english)
