import type { GatewayFailure } from './failure.ts'

/** Whether another way to the service may have the answer that this one did not get: Microsoft supports its own commands alone. */
export const mayAnswerOtherwise = (failure: GatewayFailure['kind']): boolean =>
  failure === 'unexpected' || failure === 'not-found' || failure === 'denied'
