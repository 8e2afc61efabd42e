/** Where the admin API has bulk sign-in (MicrosoftTeams PowerShell module 7.7.0). */
export const gatewayPath = '/Teams.SipDevicesGatewayManagement/v1'

/** Where it tells where a tenant is served. */
export const discoveryPath = '/Teams.Tenant/serviceDiscovery'
export const tenantsPath = '/Teams.Tenant/tenants'
