const perUser = {
  windows: 'Install-Module MicrosoftTeams -Scope CurrentUser',
  core: 'Install-PSResource MicrosoftTeams -TrustRepository',
}

/** What is said of Microsoft's module in PowerShell: obstacles, each with what to do. */
export const powershell = {
  needsSignIn:
    "--via powershell needs --module-sign-in: Microsoft's module signs in by itself, with a code. Add it.",
  needsVia: '--module-sign-in, --powershell and --module-version go with --via powershell. Add it.',
  signingIn: "Microsoft's PowerShell module signs in. It says here where to enter which code.",
  simulated: 'This module calls itself simulated: nothing here is real, and no password is reset.',
  speed: '--speed is for a simulated service. The service has its own.',
  notSignedIn: (said: string) =>
    `Microsoft's module could not sign in${said === '' ? '' : `: ${said}`} Nothing was sent. Try Connect-MicrosoftTeams -UseDeviceAuthentication in that PowerShell.`,
  otherTenant: 'The module signed in to another tenant than the one that was asked for. Nothing was sent.',
  obstacles: {
    'no-host':
      'No PowerShell was found in its usual places. Install PowerShell 7.2 or later, or name it: --powershell FILE.',
    'not-started': (program: string, said: string) =>
      `${program} could not be started (${said}). Check the path.`,
    constrained: (program: string, mode: string) =>
      `${program} runs this script only in ${mode}, by a policy of this computer. Ask your administrators to allow bridge.ps1, or go directly, without --via.`,
    'script-blocked': (program: string) =>
      `A policy keeps ${program} from running scripts that are not signed. Ask your administrators to trust the publisher of this app, or go directly, without --via.`,
    'old-host': (program: string, version: string) =>
      `${program} is version ${version}. Microsoft's module needs Windows PowerShell 5.1, or PowerShell 7.2 or later.`,
    'no-module': (program: string, edition: 'windows' | 'core') =>
      `${program} has no module MicrosoftTeams. Type there: ${perUser[edition]}`,
    'old-module': (version: string, least: string, edition: 'windows' | 'core') =>
      `The module MicrosoftTeams is version ${version}, and ${least} or later is needed. Type in PowerShell: ${perUser[edition]}${edition === 'core' ? ' -Reinstall' : ' -Force'}`,
    'no-such-version': (wanted: string, found: readonly string[]) =>
      `Version ${wanted} of the module MicrosoftTeams is not installed. There is: ${found.join(', ')}.`,
    'not-loaded': (version: string, said: string) =>
      `Version ${version} of the module MicrosoftTeams could not be loaded: ${said}. Type in PowerShell: Import-Module MicrosoftTeams`,
    silent: (program: string) => `${program} did not answer. Start it by hand, and see whether it says why.`,
  },
}
