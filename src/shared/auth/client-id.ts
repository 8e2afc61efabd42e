import { isGuid } from '../guid.ts'

/** Connect-MicrosoftTeams' own public client, which tenants know already (terraprovider/go-teams). */
export const defaultClientId = '12128f48-ec9e-42f0-b203-ea49fb6af367'

/** Whether the text can name an application: the "Application (client) ID" of its registration is a GUID. */
export const isClientId = isGuid
