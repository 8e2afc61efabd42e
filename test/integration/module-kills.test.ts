import { here, testWith } from '../support/here.ts'
import { whyNoPowerShell } from '../support/powershell.ts'
import { proveModuleKills } from '../support/prove-module-kills.ts'

// The full count is in test/proof.
testWith(here.processTimes ?? whyNoPowerShell())(
  "a run by Microsoft's cmdlets whose processes are killed ends as if nothing had happened, by either way",
  () => proveModuleKills(2),
)
