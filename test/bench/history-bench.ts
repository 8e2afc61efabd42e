import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { journalLine } from '../../src/core/run/journal-line.ts'
import { journalFile } from '../../src/core/run/run-files.ts'
import { createRunRepository, type RunRepository } from '../../src/core/run/run-repository.ts'
import type { RunHappening } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { phoneListOf, runStarted } from '../support/run-samples.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

/** How long the list of runs takes in an app that was just started: runs of the last days, whose phones are remembered. */
export async function benchHistory(open: OpenRepository = createRunRepository): Promise<readonly Figure[]> {
  return [
    ...(await figuresOf(open, { runs: 50, phones: 3_000, limit: 200 })),
    ...(await figuresOf(open, { runs: 1_000, phones: 3, limit: 300 })),
  ]
}

/** What opens the runs of a directory, of one version. */
export type OpenRepository = (directory: string) => Pick<RunRepository, 'overview'>

async function figuresOf(
  open: OpenRepository,
  of: { readonly runs: number; readonly phones: number; readonly limit: number },
): Promise<readonly Figure[]> {
  const { runs, phones, limit } = of
  const name = `history: first list of ${runs.toLocaleString('en')} runs of ${phones.toLocaleString('en')} phones`
  const directory = await mkdtemp(join(tmpdir(), 'history-bench-'))
  try {
    for (let run = 0; run < runs; run++) await writeRun(directory, run, phones)
    const journals = await timeOfList(open, directory, runs)
    const kept = async (): Promise<number> => (await readdir(join(directory, 'summaries'))).length
    while ((await kept()) < runs) await new Promise((resolve) => setTimeout(resolve, 50))
    const times: number[] = []
    for (let round = 0; round < 5; round++) times.push(await timeOfList(open, directory, runs))
    return [
      { name, value: median(times), unit: 'ms', limit },
      { name: `${name}, from journals`, value: journals, unit: 'ms', limit: null },
    ]
  } finally {
    await removeFolder(directory)
  }
}

async function timeOfList(open: OpenRepository, directory: string, runs: number): Promise<number> {
  const repository = open(directory)
  const from = performance.now()
  const listed = await repository.overview()
  const took = performance.now() - from
  if (!listed.ok || listed.value.runs.length !== runs) throw new Error('Not all runs are in the list')
  return took
}

async function writeRun(directory: string, run: number, phones: number): Promise<void> {
  const plan = planRun(phoneListOf(phones))
  const runId = `20260302-090000-${run.toString(16).padStart(6, '0')}`
  const happenings: readonly RunHappening[] = [
    { ...runStarted(plan), runId } as RunHappening,
    ...plan.batches.flatMap(({ phones: own }, batch): readonly RunHappening[] => [
      { type: 'BatchSubmitting', batch, attempt: 1 },
      { type: 'BatchSubmitted', batch, batchId: `${runId} ${batch}` },
      ...(['signing in', 'signed in'] as const).flatMap((status) =>
        Array.from({ length: Math.ceil(own.length / 10) }, (_, part): RunHappening => {
          const some = own.slice(part * 10, part * 10 + 10)
          return {
            type: 'PhonesReported',
            batch,
            phones: some.map((phone) => ({ phone, status, said: status })),
          }
        }),
      ),
      { type: 'BatchFinished', batch, end: 'service', serviceStatus: 'Completed' },
    ]),
    { type: 'RunFinished' },
  ]
  const begin = Date.now() - 24 * 60 * 60_000
  const lines = happenings.map((happening, index) => {
    const at = new Date(begin + index * 1000).toISOString()
    return journalLine({ seq: index + 1, at, ...happening }, 'bench', undefined)
  })
  await writeFile(journalFile(directory, runId), lines.join(''))
}
