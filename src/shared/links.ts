/** The only pages the app ever opens in the system's browser. The page asks by name, never by address. */
export const links = {
  configureSipGateway: 'https://learn.microsoft.com/microsoftteams/sip-gateway-configure',
  planSipGateway: 'https://learn.microsoft.com/microsoftteams/sip-gateway-plan',
  dynamicFilters: 'https://learn.microsoft.com/microsoftteams/sip-gateway-dynamic-filters',
  entraAdminCenter: 'https://entra.microsoft.com/',
  teamsAdminCenter: 'https://admin.teams.microsoft.com/',
} as const

export type LinkId = keyof typeof links
