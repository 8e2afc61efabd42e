import { claims } from './cli/claims.ts'
import { list } from './cli/list.ts'
import { powershell } from './cli/powershell.ts'
import { program } from './cli/program.ts'
import { reconcile } from './cli/reconcile.ts'
import { run } from './cli/run.ts'
import { report } from './cli/run-report.ts'
import { signIn } from './cli/sign-in.ts'
import { site } from './cli/site.ts'

/** The terminal's words, by the part of it that says them. */
export const cli = { claims, list, powershell, program, reconcile, report, run, signIn, site }
