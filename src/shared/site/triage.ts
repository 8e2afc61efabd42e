import type { LinkId } from '../links.ts'
import { text } from '../text/index.ts'
import type { Symptom } from './symptom.ts'

/** Where to look, in this order, what it probably is, and who says so. */
export type Leaf = {
  readonly look: readonly string[]
  readonly likely: string
  readonly sources: readonly LinkId[]
}

const { leaves, manyPhones } = text.site.triage

/** Where a symptom leads. A 401 of many phones of one site is the site's, whatever a single phone shows. */
export function leafOf(symptom: Symptom, hasOthers: boolean): Leaf {
  const isOfTheSite = hasOthers && symptom === 'phone'
  const { look, likely } = isOfTheSite ? manyPhones : leaves[symptom]
  return { look, likely, sources: isOfTheSite ? ['configureSipGateway'] : sources[symptom] }
}

const sources: Readonly<Record<Symptom, readonly LinkId[]>> = {
  client: ['signInLogs'],
  phone: ['sipGatewayIssues', 'dynamicFilters'],
  pstn: ['sipGatewayIssues', 'configureSipGateway'],
  'call-leg': ['directRoutingTroubleshooting'],
  'not-onboarding': ['sipGatewayIssues', 'planSipGateway'],
  'web-sign-in': ['sipGatewayIssues', 'configureSipGateway'],
  'no-update': ['sipGatewayIssues'],
  'not-listed': ['sipGatewayIssues', 'planSipGateway'],
  'wrong-state': ['sipGatewayIssues'],
  'no-remote-sign-in': ['sipGatewayIssues', 'configureSipGateway'],
  'signs-out': ['sipGatewayIssues'],
  'time-language': ['configureSipGateway'],
  'no-register': ['configureSipGateway', 'microsoft365Endpoints'],
  gone: ['planSipGateway'],
  forwarding: ['configureSipGateway'],
}
