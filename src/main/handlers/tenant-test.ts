import { examineTenant } from '../../core/doctor/examine-tenant.ts'
import type { SessionService } from '../../core/session/session-service.ts'
import type { DoctorReport } from '../../shared/doctor/report.ts'
import { reportAsText } from '../../shared/doctor/report-as-text.ts'
import { fail, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Handlers } from '../ipc/answer.ts'

/** The tenant test for the window, and its last report for support. */
export type TenantTest = {
  readonly handlers: Pick<Handlers, 'tenant-test:run' | 'tenant-test:save'>
  /** Of whatever tenant; undefined until there is one. */
  last(): DoctorReport | undefined
}

/** One test at a time: who asks meanwhile waits for the same. */
export function createTenantTest(options: {
  readonly sessions: Pick<SessionService, 'current'>
  readonly dialogs: Pick<FileDialogs, 'saveText'>
  readonly appVersion: string
  readonly now: () => number
}): TenantTest {
  const { sessions, dialogs, appVersion, now } = options
  let last: DoctorReport | undefined
  let underWay: { readonly tenantId: string; readonly report: Promise<DoctorReport> } | undefined

  return {
    last: () => last,
    handlers: {
      'tenant-test:run': async () => {
        const session = sessions.current()
        if (!session) return fail({ kind: 'signed-out', ...text.main.failures.signedOut })
        const { tenant } = session
        if (underWay?.tenantId !== tenant.id)
          underWay = { tenantId: tenant.id, report: examineTenant({ session, appVersion, now }) }
        const mine = underWay
        try {
          last = await mine.report
        } finally {
          if (underWay === mine) underWay = undefined
        }
        return succeed(last)
      },
      'tenant-test:save': async () => {
        if (!last) return fail({ kind: 'bad-request', ...text.main.failures.noTenantTest })
        const day = new Date(now()).toLocaleDateString('sv')
        const file = await dialogs.saveText(text.main.files.tenantTest(day))
        if (file === undefined) return succeed(undefined)
        const written = await writeWhole(file, `${reportAsText(last)}\n`)
        return written.ok ? succeed(file) : written
      },
    },
  }
}
