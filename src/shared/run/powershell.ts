import { text } from '../text/index.ts'
import { powerShellLiteral as quote } from '../text/powershell-literal.ts'
import type { RunEvent } from './events.ts'
import type { RunState } from './run-state.ts'

/**
 * What an administrator would type in Windows PowerShell for what the event did or asks for; no lines for
 * events that need none. `state` is the run after the event. Cmdlets: Microsoft, MicrosoftTeams module.
 */
export function powerShellFor(event: RunEvent, state: RunState): readonly string[] {
  switch (event.type) {
    case 'RunStarted':
      return ['Import-Module MicrosoftTeams', `Connect-MicrosoftTeams -TenantId ${quote(event.tenant.id)}`]
    case 'BatchSubmitting': {
      const batch = state.batches[event.batch]
      if (!batch) return []
      const file = `.\\batch-${event.batch + 1}.csv`
      const rows = batch.phones.flatMap((index) => state.phones[index]?.row ?? [])
      return [
        `# ${text.run.batchFile(file, rows.length, rows[0] ?? 0, rows.at(-1) ?? 0)}`,
        `${variable(event.batch)} = New-CsSdgBulkSignInRequest -DeviceDetailsFilePath ${quote(file)} -Region ${batch.region}`,
      ]
    }
    case 'BatchSubmitted':
    case 'BatchAdopted':
      return statusLines(event.batchId)
    case 'BatchOutcomeUnknown':
      return ['Get-CsSdgBulkSignInRequestsSummary']
    case 'WatchStopped':
      return state.batches
        .filter(({ stage }) => stage === 'open')
        .flatMap(({ batchId }) => (batchId === undefined ? [] : statusLines(batchId)))
    default:
      return []
  }
}

const statusLines = (batchId: string): readonly string[] => [lookByHand(batchId)]

/** The line that asks the service how a batch stands. */
export const lookByHand = (batchId: string): string =>
  `(Get-CsSdgBulkSignInRequestStatus -BatchId ${quote(batchId)}).BatchItem | Format-Table`

const variable = (batch: number): string => `$batch${batch + 1}`
