import { version } from '../../package.json'

/** What Microsoft and the service are told of this program. */
export const userAgent = `sip-gateway-bulk-sign-in/${version}`
