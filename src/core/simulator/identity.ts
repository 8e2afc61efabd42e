import type { Operator, Tenant } from '../../shared/gateway/tenant.ts'
import { text } from '../../shared/text/index.ts'

/** The tenant that the simulator reports. Nobody could take it for an organisation's. */
export const simulatedTenant: Tenant = {
  id: '00000000-0000-4000-8000-00000000051d',
  get name() {
    return text.gateway.simulator.tenantName
  },
  domain: 'simulated.example',
  simulated: true,
}

/** The operator in the service's records. We assume that they hold an ID and no name. */
export const simulatedOperatorId = '00000000-0000-4000-8000-0000000000ad'

export const simulatedOperator: Operator = {
  username: 'operator@simulated.example',
  objectId: simulatedOperatorId,
}
