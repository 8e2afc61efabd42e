const perUser = {
  windows: 'Install-Module MicrosoftTeams -Scope CurrentUser',
  core: 'Install-PSResource MicrosoftTeams -TrustRepository',
}

/** The words about Microsoft's module in PowerShell: obstacles and troubles, each with what to do. */
export const powershell = {
  found: (program: string, version: string, module: string) =>
    `Microsoft's module can be used here: MicrosoftTeams ${module} in PowerShell ${version} (${program}).`,
  troubles: {
    'not-signed-in': (said: string) =>
      `Microsoft's module couldn't sign in${said === '' ? '.' : `: ${said}`} Nothing was sent. Try Connect-MicrosoftTeams -UseDeviceAuthentication in that PowerShell.`,
    'other-tenant': 'The module signed in to another tenant than you asked for. Nothing was sent.',
    simulated:
      "This module calls itself simulated, so it doesn't get your token. Nothing was sent. Remove it from PSModulePath.",
    logged:
      'A policy of this computer logs what PowerShell commands receive (module logging), so tokens would be in the event log. Nothing was sent. Use the direct connection, or let the module sign in by itself: at the terminal, --via powershell --module-sign-in.',
  },
  /** The parts of a session that this computer's policies write down. No token is among them: see `logged`. */
  logging: {
    module:
      'A policy of this computer logs what PowerShell commands receive (module logging): batch IDs, regions, and the usernames that readiness asks for. No token is among them, because the module signs in by itself. To keep usernames out of the event log, use the direct connection.',
    scriptBlock:
      "A policy of this computer logs PowerShell code (script block logging). The app's code has no token, username or hardware ID; what Microsoft's module logs isn't up to this app. To keep your sign-in out of the log, use the direct connection, or at the terminal --module-sign-in.",
    transcript:
      'A policy of this computer keeps PowerShell transcripts (transcription). They can have sign-in codes and errors with usernames; tests found no token in them. Let only administrators read their folder, or use the direct connection.',
  },
  obstacles: {
    'no-host':
      'No PowerShell was found in its usual places. Install PowerShell 7.2 or later, or name yours (at the terminal: --powershell FILE).',
    'not-started': (program: string, said: string) =>
      `${program} couldn't be started (${said}). Check the path.`,
    constrained: (program: string, mode: string) =>
      `${program} runs this script only in ${mode}, by a policy of this computer. Ask your administrators to allow bridge.ps1, or use the direct connection.`,
    'script-blocked': (program: string) =>
      `A policy keeps ${program} from running scripts that aren't signed. Ask your administrators to trust the publisher of this app, or use the direct connection.`,
    'old-host': (program: string, version: string) =>
      `${program} is version ${version}. Microsoft's module needs Windows PowerShell 5.1, or PowerShell 7.2 or later.`,
    'no-module': (program: string, edition: 'windows' | 'core') =>
      `${program} has no module MicrosoftTeams. Type there: ${perUser[edition]}`,
    'old-module': (version: string, least: string, edition: 'windows' | 'core') =>
      `The module MicrosoftTeams is version ${version}, and ${least} or later is needed. Type in PowerShell: ${perUser[edition]}${edition === 'core' ? ' -Reinstall' : ' -Force'}`,
    'no-such-version': (wanted: string, found: readonly string[]) =>
      `Version ${wanted} of the module MicrosoftTeams isn't installed. There is: ${found.join(', ')}.`,
    'not-loaded': (version: string, said: string, policy?: string) =>
      policy === undefined
        ? `Version ${version} of the module MicrosoftTeams couldn't be loaded: ${said}. Type in PowerShell: Import-Module MicrosoftTeams`
        : `Version ${version} of the module MicrosoftTeams couldn't be loaded: ${said}. Your organization decides which scripts run here (execution policy ${policy}). Ask your administrators to trust Microsoft's signature, or use the direct connection.`,
    silent: (program: string) => `${program} didn't answer. Start it by hand, and see whether it says why.`,
  },
}
