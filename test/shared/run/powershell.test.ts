import { describe, expect, test } from 'vitest'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { powerShellFor } from '../../../src/shared/run/powershell.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { eventsOf, startedWith } from '../../support/run-samples.ts'

const submitting: RunHappening = { type: 'BatchSubmitting', batch: 0, attempt: 1 }
const submittedAs = (batchId: string): RunHappening => ({ type: 'BatchSubmitted', batch: 0, batchId })

function linesAfter(...happenings: readonly RunHappening[]): readonly string[] {
  const events = eventsOf(startedWith(3), ...happenings)
  const last = events.at(-1)
  const state = replay(events)
  if (!last || !state) throw new Error('no events')
  return powerShellFor(last, state)
}

describe('the PowerShell equivalents', () => {
  test('connect to the tenant of the run', () => {
    expect(linesAfter()).toContain("Connect-MicrosoftTeams -TenantId '11111111-2222-4333-8444-555555555555'")
  })

  test('create the batch from the rows it holds', () => {
    expect(linesAfter(submitting)).toEqual([
      '# .\\batch-1.csv: 3 phones of rows 2 to 4, columns Username and HardwareId',
      "$batch1 = New-CsSdgBulkSignInRequest -DeviceDetailsFilePath '.\\batch-1.csv' -Region NOAM",
    ])
  })

  test('look at every open batch by hand once watching has stopped', () => {
    expect(linesAfter(submitting, submittedAs('b-1'), { type: 'WatchStopped', reason: 'operator' })).toEqual([
      "(Get-CsSdgBulkSignInRequestStatus -BatchId 'b-1').BatchItem | Format-Table",
    ])
  })

  test('quote what the service sent, typographic quotes and line ends too', () => {
    expect(linesAfter(submitting, submittedAs("x'; Remove-Item \u2019\r\n#"))).toEqual([
      "(Get-CsSdgBulkSignInRequestStatus -BatchId 'x''; Remove-Item \u2019\u2019#').BatchItem | Format-Table",
    ])
  })
})
