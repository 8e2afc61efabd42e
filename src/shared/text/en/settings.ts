import { quoted } from '../quoted.ts'

/** Why something that was typed cannot be a setting: found by the window as by main. */
export const settings = {
  notAClientId: (value: string) => ({
    message: `${quoted(value)} isn't a client ID.`,
    remedy:
      'A client ID looks like 12128f48-ec9e-42f0-b203-ea49fb6af367. In the app registration, it is called Application (client) ID.',
  }),
  notAVersion: (value: string) => ({
    message: `${quoted(value)} isn't a version of the module.`,
    remedy:
      'A version looks like 7.9.0. Get-Module MicrosoftTeams -ListAvailable shows those that are installed.',
  }),
}
