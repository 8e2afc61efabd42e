import process from 'node:process'
import { version } from '../../package.json'
import { examineTenant } from '../core/doctor/examine-tenant.ts'
import { reportAsText } from '../shared/doctor/report-as-text.ts'
import { verdictOf } from '../shared/doctor/verdict.ts'
import { text } from '../shared/text/index.ts'
import { type AccessOptions, openAccess } from './access.ts'
import { exitCode } from './exit-code.ts'
import { print, printJson, tell } from './print.ts'
import { untilCtrlC } from './until-ctrl-c.ts'

/** Tests the tenant with reads alone, and prints what each answered and one verdict. */
export async function doctorCommand(options: AccessOptions & { json?: true }): Promise<void> {
  const { session } = await openAccess(options, undefined, { evenUnnamed: true })
  try {
    const report = await untilCtrlC((signal) =>
      examineTenant({
        ...{ session, appVersion: version, now: Date.now, signal },
        onCheck: ({ id }) => tell(text.doctor.asked(text.doctor.checks[id])),
      }),
    )
    const verdict = verdictOf(report)
    if (options.json) printJson({ ...report, verdict })
    else print(reportAsText(report))
    process.exitCode = exitCodes[verdict.kind]
  } finally {
    await session.end()
  }
}

const exitCodes = { expected: exitCode.ok, attention: exitCode.someFailed, access: exitCode.access } as const
