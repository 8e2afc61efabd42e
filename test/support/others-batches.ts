import { createJournal } from '../../src/core/run/journal-writer.ts'
import { journalFile } from '../../src/core/run/run-files.ts'
import type { Batches, RequestedPhone, SimulatedBatch } from '../../src/core/simulator/batches.ts'
import { regions } from '../../src/shared/gateway/region.ts'
import type { RunHappening } from '../../src/shared/run/events.ts'
import type { RunPlan } from '../../src/shared/run/plan.ts'
import { journalWriter } from './journal-writer.ts'
import { eventsOf, hardwareIdOf, runStarted } from './run-samples.ts'

type Draw = { readonly below: (limit: number) => number; readonly batches: Batches; readonly plan: RunPlan }

const otherRunId = '20260302-085000-00000e'

/** Another run of this disk, of the last minutes and over: some of the plan's batches, the same phones in each. */
export async function anotherRun(
  directory: string,
  { below, batches, plan }: Draw,
): Promise<readonly SimulatedBatch[]> {
  const chosen = plan.batches.filter(() => below(4) === 0)
  const taken = chosen.map(({ region, phones }) => batches.take(region, phonesOf(plan, phones), 'operator'))
  if (taken.length === 0) return []
  const journal = await createJournal(journalFile(directory, otherRunId), journalWriter('another'))
  const started = { ...runStarted({ ...plan, batches: chosen }), listName: 'other.csv', runId: otherRunId }
  const happenings = taken.flatMap(({ batchId }, batch): readonly RunHappening[] => [
    { type: 'BatchSubmitting', batch, attempt: 1 },
    { type: 'BatchSubmitted', batch, batchId },
    {
      type: 'PhonesReported',
      batch,
      phones: (chosen[batch]?.phones ?? []).map((phone) => ({ phone, status: 'failed', said: 'failed' })),
    },
    { type: 'BatchFinished', batch, end: 'service', serviceStatus: 'Completed' },
  ])
  // Before the run of the schedule begins: what another one does since is not submitted again.
  const tenMinutes = 600_000
  for (const event of eventsOf(started, ...happenings, { type: 'RunFinished' }))
    await journal.append({ ...event, at: new Date(Date.parse(event.at) - tenMinutes).toISOString() })
  await journal.close()
  return taken
}

/**
 * A batch that another administrator makes: of one phone, of the size of one of the plan's, with some of its
 * phones, or with exactly these.
 */
export function anotherAdministrator({ below, batches, plan }: Draw): SimulatedBatch | undefined {
  const like = plan.batches[below(plan.batches.length)]
  if (!like) return undefined
  const { region } = like
  const ours = phonesOf(plan, like.phones)
  const strange = (_: unknown, index: number): RequestedPhone => ({
    userName: `other${index}@contoso.com`,
    hardwareId: hardwareIdOf(60_000 + index),
  })
  const kinds = [
    () => ({ region: regions[below(3)] ?? region, phones: [strange(0, 0)] }),
    () => ({ region, phones: ours.map(strange) }),
    () => ({
      region,
      phones: ours.map((phone, index) => (index < ours.length / 2 ? phone : strange(0, index))),
    }),
    () => ({ region, phones: ours }),
  ]
  const made = kinds[below(kinds.length)]?.()
  return made && batches.take(made.region, made.phones, 'other')
}

export const phonesOf = (
  { phones }: Pick<RunPlan, 'phones'>,
  indexes: readonly number[],
): readonly RequestedPhone[] =>
  indexes.flatMap((index) => {
    const phone = phones[index]
    return phone ? [{ userName: phone.username, hardwareId: phone.hardwareId }] : []
  })
