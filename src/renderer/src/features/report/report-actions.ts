import type { ReportFormat } from '../../../../shared/ipc-requests.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { loadRuns } from '../../stores/load-runs.ts'
import { tellSaved } from '../../stores/saved-files.ts'

/** Asks for what a report about a run needs: how the site is called, and which other runs of the list belong to it. */
export async function askForReport(stores: AppStores, runId: string): Promise<void> {
  await loadRuns(stores)
  stores.view.setState({ dialog: 'report', reportOf: runId })
}

/** Saves the report about these runs and says where. Answers false where nothing was written. */
export async function saveReport(
  stores: AppStores,
  runIds: readonly string[],
  site: string,
  format: ReportFormat,
): Promise<boolean> {
  const answer = await ask(stores, 'export', 'report:save', { runIds, site, format })
  if (!answer.ok || answer.value === undefined) return false
  tellSaved(stores, answer.value)
  return true
}
