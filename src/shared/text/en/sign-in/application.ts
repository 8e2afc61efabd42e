/** Microsoft's answers about the application, by its client ID. */
export const application = {
  'consent-missing': (clientId: string) => ({
    message: `The application ${clientId} has no consent in this tenant to use the Teams admin service.`,
    remedy:
      'Ask an administrator of the tenant to consent to it in the Microsoft Entra admin center, under Enterprise applications, Permissions. Then sign in again.',
  }),
  'permission-missing': (clientId: string) => ({
    message: `The application ${clientId} doesn't request the Teams admin service in its registration.`,
    remedy:
      'Add the delegated permission user_impersonation on "Skype and Teams Tenant Admin API" to the app registration, grant admin consent, and sign in again.',
  }),
  'partner-consent-missing': (clientId: string) => ({
    message: `The application ${clientId} isn't authorized in this customer's tenant, which partners need.`,
    remedy:
      'Ask an administrator of the customer to consent to it, or give the consent through Partner Center. Then sign in again.',
  }),
  'not-assigned': (clientId: string) => ({
    message: `This account isn't assigned to the application ${clientId}.`,
    remedy: 'Ask an administrator to assign it under Enterprise applications, Users and groups.',
  }),
  'application-disabled': (clientId: string) => ({
    message: `The application ${clientId} is disabled in this tenant.`,
    remedy:
      'Ask an administrator to enable it under Enterprise applications, or use another client ID in the settings.',
  }),
  'app-unknown': (clientId: string) => ({
    message: `The tenant knows no application with the client ID ${clientId}.`,
    remedy:
      'Check the client ID and the tenant in the settings: an app registration counts in its own tenant first.',
  }),
  'public-client-off': (clientId: string) => ({
    message: `The application ${clientId} isn't registered as a public client.`,
    remedy: 'In its app registration, under Authentication, allow public client flows. Then sign in again.',
  }),
  'single-tenant': (clientId: string) => ({
    message: `The application ${clientId} is registered for one tenant only.`,
    remedy: 'Name that tenant in the settings, or register the application for several tenants.',
  }),
  'redirect-missing': (clientId: string) => ({
    message: `The application ${clientId} doesn't allow the address that the browser returns to.`,
    remedy:
      'In its app registration, under Authentication, add the platform "Mobile and desktop applications" with the redirect URI http://localhost. Then sign in again.',
  }),
}
