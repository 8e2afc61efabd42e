import type { SignInFailure } from '../../../src/shared/auth/sign-in-failure.ts'
import type { Tenant } from '../../../src/shared/gateway/tenant.ts'
import type { DeviceCode, KnownAccount, SessionState } from '../../../src/shared/session.ts'
import { text } from '../../../src/shared/text/index.ts'
import { operator } from './example-run.ts'

const { failures, application } = text.signIn

export const contoso: Tenant = {
  id: '7d0c3b1e-5f0a-4c58-9d4f-2f6b8f1a9e21',
  name: 'Contoso',
  domain: 'contoso.com',
  simulated: false,
}
const fabrikam: Tenant = {
  id: '0b1d3c5e-7f90-4a2b-8c4d-6e8f0a1b2c3d',
  name: 'Fabrikam',
  domain: 'fabrikam.com',
  simulated: false,
}

const accountIn = (username: string, tenant: Tenant): KnownAccount => ({
  id: `${username}.${tenant.id}`,
  username,
  tenantId: tenant.id,
  tenantName: tenant.name,
  ...(tenant.domain !== undefined && { tenantDomain: tenant.domain }),
})

export const atHome = accountIn(operator.username, contoso)
export const atCustomer = accountIn(operator.username, fabrikam)
/** Of a tenant that has not told its name yet. */
const nameless: KnownAccount = {
  id: 'nameless',
  username: 'harbour-office@northwindtraders.onmicrosoft.com',
  tenantId: '5d2e8c11-9b1f-4c55-a9a3-1f0f5a3b7e10',
}
const longTenant: Tenant = {
  id: 'c2a1f0de-1b2c-4d3e-8f4a-5b6c7d8e9f00',
  name: 'Contoso Municipal Utilities and Harbour Operations of the Greater Western Region',
  domain: 'municipal-utilities-and-harbour-operations.western-region.contoso.com',
  simulated: false,
}
const longOperator = {
  username: 'teams-telephony-administration.main-building@western-region.contoso.com',
}
export const accounts: readonly KnownAccount[] = [
  atHome,
  atCustomer,
  nameless,
  accountIn(longOperator.username, longTenant),
]

const at = '2026-11-21T09:04:12.000Z'
const correlationId = '4c1f0b7e-1f2d-4a41-8b0a-6d1f3f1f0001'
const clientId = '3f2b1a00-5c4d-4e6f-8a7b-9c0d1e2f3a4b'

export const blocked = (): SignInFailure => ({
  kind: 'blocked',
  ...failures['conditional-access'],
  code: 'AADSTS53003',
  said: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  correlationId,
  at,
})
export const consentMissing = (): SignInFailure => ({
  kind: 'consent-missing',
  ...application['consent-missing'](clientId),
  code: 'AADSTS65001',
  correlationId,
  at,
})
export const browserFailed = (): SignInFailure => ({
  kind: 'browser-failed',
  ...failures['browser-failed'],
  at,
})
export const withdrawn = (): SignInFailure => ({
  kind: 'interaction-required',
  ...failures['interaction-required'],
  code: 'AADSTS50173',
  correlationId,
  at,
})

export const code = (): DeviceCode => ({
  userCode: 'F7K2QXM9L',
  verificationUri: 'https://microsoft.com/devicelogin',
  expiresAt: Date.now() + 14.6 * 60_000,
})

export const nobody: SessionState = { kind: 'signed-out', accounts: [] }
export const inContoso: SessionState & { readonly kind: 'signed-in' } = {
  kind: 'signed-in',
  tenant: contoso,
  operator,
  accountId: atHome.id,
  accounts,
  storage: 'encrypted',
}
export const inLongTenant: SessionState = {
  ...inContoso,
  tenant: longTenant,
  operator: longOperator,
  accountId: `${longOperator.username}.${longTenant.id}`,
}
export const inNamelessTenant: SessionState = {
  ...inContoso,
  tenant: { id: nameless.tenantId, name: nameless.tenantId, simulated: false },
  operator: { username: nameless.username },
  accountId: nameless.id,
}
