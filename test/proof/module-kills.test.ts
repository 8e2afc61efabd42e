import { here, testWith } from '../support/here.ts'
import { whyNoPowerShell } from '../support/powershell.ts'
import { proveModuleKills } from '../support/prove-module-kills.ts'

testWith(here.processTimes ?? whyNoPowerShell())(
  '50 kills of the terminal or of its PowerShell, gone on with by either way, lose nothing and do nothing twice',
  () => proveModuleKills(50),
)
