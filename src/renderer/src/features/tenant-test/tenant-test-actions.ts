import { verdictOf } from '../../../../shared/doctor/verdict.ts'
import { text } from '../../../../shared/text/index.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'
import { tellSaved } from '../../stores/saved-files.ts'

/** Tests the tenant of the session; a second click waits for the first one's answer. */
export async function testTenant(stores: AppStores): Promise<void> {
  if (stores.tenantTest.getState().testing) return
  stores.tenantTest.setState({ testing: true })
  announce(stores.live, text.window.tenantTest.testing)
  const answer = await ask(stores, 'settings', 'tenant-test:run', undefined)
  stores.tenantTest.setState({ testing: false, ...(answer.ok && { report: answer.value }) })
  if (!answer.ok) return
  const { message, remedy } = verdictOf(answer.value)
  announce(stores.live, `${message} ${remedy}`)
}

/** Goes to where the report is shown, and tests. */
export function testTenantInSettings(stores: AppStores): void {
  stores.view.setState({ page: 'settings' })
  void testTenant(stores)
}

export async function saveReport(stores: AppStores): Promise<void> {
  const answer = await ask(stores, 'export', 'tenant-test:save', undefined)
  if (answer.ok && answer.value !== undefined)
    tellSaved(stores, answer.value, 'export', text.window.tenantTest.saved(answer.value))
}
