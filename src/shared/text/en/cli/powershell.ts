/** The terminal's words about Microsoft's module in PowerShell. */
export const powershell = {
  excludes: "--via powershell can't be used with --simulate or --token-file. Leave one of them out.",
  needsVia: '--module-sign-in, --powershell and --module-version need --via powershell. Add it.',
  signingIn: "Microsoft's PowerShell module signs in. It shows a code here, and where to enter it.",
  simulated: 'This module calls itself simulated: nothing here is real, and no password is reset.',
  secondToken:
    "Microsoft's PowerShell module uses your sign-in. Besides the token for Teams, it needs one for Microsoft Graph: the app asks Microsoft for it, but doesn't use it itself.",
  notUsed: "Microsoft's module can't be used: see above. Nothing was sent.",
  otherWay:
    "Nothing was sent. Microsoft's own PowerShell commands may work in this tenant where the direct connection doesn't: add --via powershell.",
  testedToo:
    "Microsoft's PowerShell module is tested too, which may take a minute (--via direct leaves it out). Nothing is changed.",
  notTested: (why: string) => `Through Microsoft's PowerShell module: not tested. ${why}`,
  notOfStandIns: 'It has another sign-in than this stand-in.',
  better:
    "Through Microsoft's PowerShell module, everything answers as expected: add --via powershell to run, resume and the others.",
  speed: "--speed is for a simulated service. Microsoft's service has its own speed.",
}
