/** Somebody signed in to one tenant: the same person in two tenants is two accounts. Holds no token. */
export type Account = {
  /** Stable from one sign-in to the next: who it is, and in which tenant. */
  readonly id: string
  /** The user principal name, as the tenant writes it. */
  readonly username: string
  readonly name?: string
  /** The token's `tid`: the tenant that is worked in, and that of the provisioning URLs. */
  readonly tenantId: string
  /** The ID token's `oid`: who it is in that tenant's directory. A guest is another object there than at home. */
  readonly objectId?: string
}
