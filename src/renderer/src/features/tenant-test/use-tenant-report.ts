import type { DoctorReport } from '../../../../shared/doctor/report.ts'
import { useTenantTest } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'

/** The last report, where it is about the tenant that one is signed in to. */
export function useTenantReport(): DoctorReport | undefined {
  const tenant = useSignedIn()?.tenant
  const report = useTenantTest((data) => data.report)
  return report && report.tenantId === tenant?.id ? report : undefined
}
