import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runsDirectory } from '../../../src/core/run/run-files.ts'
import { createRunRepository } from '../../../src/core/run/run-repository.ts'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import { folderOfSamples, readShown, shownIn } from '../../support/journal-samples.ts'
import { removeFolder } from '../../support/remove-folder.ts'

const kinds = {
  ...{ RunStarted: 1, RunFinished: 1, WatchStopped: 1, WatchInterrupted: 1, WatchResumed: 1 },
  ...{ BatchSubmitting: 1, BatchSubmitted: 1, BatchRefused: 1, BatchOutcomeUnknown: 1, BatchAdopted: 1 },
  ...{ BatchReleased: 1, BatchDiscarded: 1, BatchPostponed: 1, BatchFinished: 1, PhonesReported: 1 },
  ...{ PhonesLeftOut: 1, RefusalRecognised: 1, FailuresAccepted: 1 },
} satisfies Record<RunEvent['type'], 1>

describe('the journals that the terminal has written', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await folderOfSamples()
  })
  afterAll(() => removeFolder(folder))

  test('are read to their ends, and show what they showed: in the list of runs, when opened, and in the export', async () => {
    const expected = Object.entries(await readShown()).map(([list, { listed: _, ...shown }]) => [list, shown])
    expect(await shownIn(folder)).toEqual(Object.fromEntries(expected))
  })

  test('have each event', async () => {
    const shelf = createRunRepository(runsDirectory(folder))
    const runs = await shelf.list()
    const seen = new Set<string>()
    for (const { runId } of runs.ok ? runs.value.runs : []) {
      const events = await shelf.read(runId)
      for (const { type } of events.ok ? events.value : []) seen.add(type)
    }
    expect(seen).toEqual(new Set(Object.keys(kinds)))
  })
})
