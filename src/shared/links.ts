/** The only pages the app ever opens in the system's browser. The page asks by name, never by address. */
export const links = {
  configureSipGateway: 'https://learn.microsoft.com/microsoftteams/sip-gateway-configure',
  planSipGateway: 'https://learn.microsoft.com/microsoftteams/sip-gateway-plan',
  sipGatewayIssues: 'https://learn.microsoft.com/microsoftteams/troubleshoot/phone-system/sip-gateway-issues',
  microsoft365Endpoints: 'https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges',
  directRoutingTroubleshooting:
    'https://learn.microsoft.com/microsoftteams/direct-routing-monitor-and-troubleshoot',
  signInLogs: 'https://learn.microsoft.com/entra/identity/monitoring-health/concept-sign-ins',
  dynamicFilters: 'https://learn.microsoft.com/microsoftteams/sip-gateway-dynamic-filters',
  entraAdminCenter: 'https://entra.microsoft.com/',
  teamsAdminCenter: 'https://admin.teams.microsoft.com/',
} as const

export type LinkId = keyof typeof links
