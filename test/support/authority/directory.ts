/** The tenants and people that the local authority knows. */
export type DirectoryTenant = { readonly id: string; readonly domain: string }

export type DirectoryUser = {
  readonly username: string
  readonly name: string
  readonly home: DirectoryTenant
  /** Their object ID at home. */
  readonly oid: string
  readonly guestOf: readonly DirectoryTenant[]
}

export const contoso: DirectoryTenant = { id: '0c0470e1-7d3b-4f0a-9d53-5a4f5b1c0001', domain: 'contoso.com' }
export const fabrikam: DirectoryTenant = {
  id: '0f4b71ca-2e6c-4a18-8b7e-3c9d5e2f0002',
  domain: 'fabrikam.com',
}
const tenants = [contoso, fabrikam]

/** Works at Contoso alone. */
export const oslo: DirectoryUser = {
  username: 'admin.oslo@contoso.com',
  name: 'Oslo Admin',
  home: contoso,
  oid: '5e1f0a11-0000-4000-8000-000000000a01',
  guestOf: [],
}

/** A partner: at home at Contoso, a guest in the customer's tenant. */
export const partner: DirectoryUser = {
  username: 'partner.bergen@contoso.com',
  name: 'Bergen Partner',
  home: contoso,
  oid: '5e1f0a11-0000-4000-8000-000000000a02',
  guestOf: [fabrikam],
}
const users = [oslo, partner]

export const findUser = (username: string): DirectoryUser | undefined =>
  users.find((user) => user.username === username)

/** By ID or domain; `organizations` is no tenant. */
export const findTenant = (name: string): DirectoryTenant | undefined =>
  tenants.find(({ id, domain }) => name === id || name === domain)

export const isIn = (user: DirectoryUser, tenant: DirectoryTenant): boolean =>
  user.home === tenant || user.guestOf.includes(tenant)
