import { check } from './en/check.ts'
import { cli } from './en/cli.ts'
import { doctor } from './en/doctor.ts'
import { gateway } from './en/gateway.ts'
import { main } from './en/main.ts'
import { readiness } from './en/readiness.ts'
import { removed } from './en/removed.ts'
import { run } from './en/run.ts'
import { signIn } from './en/sign-in.ts'
import { site } from './en/site.ts'
import { summary } from './en/summary.ts'
import { window } from './en/window.ts'

/** Every word a person reads, by the part of the product that says it; those of the user guide are in `guide.ts`. */
export const text = {
  check,
  cli,
  doctor,
  gateway,
  main,
  readiness,
  removed,
  run,
  signIn,
  site,
  summary,
  window,
}
