import { doctor as english } from '../en/doctor.ts'
import { part } from '../part.ts'

export const doctor = /* @__PURE__ */ part('doctor', english)
