/** What is said of Microsoft's module in PowerShell: at the terminal alone. */
export const powershell = {
  excludes: '--via powershell does not go with --simulate or --token-file. Leave one of them out.',
  needsVia: '--module-sign-in, --powershell and --module-version go with --via powershell. Add it.',
  signingIn: "Microsoft's PowerShell module signs in. It says here where to enter which code.",
  simulated: 'This module calls itself simulated: nothing here is real, and no password is reset.',
  secondToken:
    "Microsoft's PowerShell module is signed in with your sign-in. For it the app also asks Microsoft for a token for Microsoft Graph, which the module wants beside the one for Teams. The app itself does not use it.",
  notUsed: "Microsoft's module can't be used: see above. Nothing was sent.",
  otherWay:
    "Nothing was sent. Microsoft's own PowerShell commands may work in this tenant where the direct way doesn't: add --via powershell.",
  testedToo:
    "Microsoft's PowerShell module is tested too, which may take a minute (--via direct leaves it out). Nothing is changed.",
  notTested: (why: string) => `By way of Microsoft's PowerShell module: not tested. ${why}`,
  notOfStandIns: 'It has another sign-in than this stand-in.',
  better:
    "By Microsoft's PowerShell module everything answers as expected: add --via powershell to run, resume and the others.",
  speed: '--speed is for a simulated service. The service has its own.',
}
