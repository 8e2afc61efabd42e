import process from 'node:process'
import { version } from '../../package.json'
import { examineTenant } from '../core/doctor/examine-tenant.ts'
import type { TenantSession } from '../core/session/tenant-session.ts'
import { isWorthOtherWay } from '../shared/doctor/other-way.ts'
import type { DoctorReport } from '../shared/doctor/report.ts'
import { reportAsText } from '../shared/doctor/report-as-text.ts'
import { verdictOf } from '../shared/doctor/verdict.ts'
import { text } from '../shared/text/index.ts'
import { type Access, type AccessOptions, openAccess } from './access.ts'
import { exitCode } from './exit-code.ts'
import { harmless, print, printJson, tell } from './print.ts'
import { untilCtrlC } from './until-ctrl-c.ts'

/**
 * Tests the tenant only with reads, and prints each answer and one verdict. If no way is named, then does the same by
 * Microsoft's module. The exit code is that of the first.
 */
export async function doctorCommand(options: AccessOptions & { json?: true }): Promise<void> {
  const access = await openAccess(options, undefined, { evenUnnamed: true })
  try {
    const report = await examine(access.session)
    const verdict = verdictOf(report)
    if (!options.json) print(reportAsText(report))
    const other = options.via === undefined ? await examineByModule(access) : undefined
    if (options.json)
      printJson({ ...report, verdict, ...(other !== undefined && { byModule: inJson(other) }) })
    else if (other !== undefined) printOther(report, other)
    process.exitCode = exitCodes[verdict.kind]
  } finally {
    await access.session.end()
  }
}

const examine = (session: TenantSession): Promise<DoctorReport> =>
  untilCtrlC((signal) =>
    examineTenant({
      ...{ session, appVersion: version, now: Date.now, signal },
      onCheck: ({ id }) => tell(text.doctor.asked(text.doctor.checks[id])),
    }),
  )

/** The report, or why there is none. */
async function examineByModule({ byModule }: Access): Promise<DoctorReport | string> {
  if (!byModule) return text.cli.powershell.notOfStandIns
  tell(text.cli.powershell.testedToo)
  const session = await byModule()
  if (typeof session === 'string') return session
  try {
    return await examine(session)
  } finally {
    await session.end()
  }
}

const inJson = (other: DoctorReport | string) =>
  typeof other === 'string' ? { notTested: other } : { ...other, verdict: verdictOf(other) }

function printOther(direct: DoctorReport, other: DoctorReport | string): void {
  print('')
  if (typeof other === 'string') {
    print(text.cli.powershell.notTested(harmless(other)))
    return
  }
  print(reportAsText(other))
  const isBetter = isWorthOtherWay(direct) && verdictOf(other).kind === 'expected'
  if (isBetter) print(`\n${text.cli.powershell.better}`)
}

const exitCodes = { expected: exitCode.ok, attention: exitCode.someFailed, access: exitCode.access } as const
