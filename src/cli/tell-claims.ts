import type { AppFailure } from '../shared/app-failure.ts'
import type { Tenant } from '../shared/gateway/tenant.ts'
import { fail, type Result, succeed } from '../shared/result.ts'
import { batchIdsOf } from '../shared/run/past-run.ts'
import { type RunMemory, runMemory, type SignedInPart } from '../shared/run/run-memory.ts'
import type { ElsewherePart } from '../shared/run/submitted-elsewhere.ts'
import { claimsOfOthers, type OthersClaims, type Unclaimed } from '../shared/run/unclaimed.ts'
import { unreadClaimant } from '../shared/run/unread-runs.ts'
import { text } from '../shared/text/index.ts'
import { paintWarning } from './paint.ts'
import { harmless, tell } from './print.ts'
import { runsOnDisk } from './runs-on-disk.ts'

const words = text.cli.claims

/** What the runs of a data directory say of a tenant's phones. */
export type OtherRuns = {
  readonly claims: OthersClaims
  readonly memory: RunMemory
  /** The IDs of the batches of all runs, in lower case. */
  readonly batchIds: ReadonlySet<string>
}

/** Reads the runs of a data directory; `asking` as in claimsOfOthers. Fails where one is unreadable. */
export async function readOtherRuns(
  dataDirectory: string,
  tenant: Tenant,
  asking?: string,
): Promise<Result<OtherRuns, AppFailure>> {
  const { runs, unreadable } = await runsOnDisk(dataDirectory)
  const now = Date.now()
  const unread = unreadClaimant(unreadable, now)
  return unread
    ? fail({ kind: 'file', ...text.run.otherUnread(harmless(unread.file), harmless(unread.trouble)) })
    : succeed({
        claims: claimsOfOthers(runs, tenant, asking),
        memory: runMemory(runs, tenant, now),
        batchIds: batchIdsOf(runs),
      })
}

/** Says which phones are left to which run, and how to have them; and which only look like phones of another run. */
export function tellClaims({ claimed, near }: Pick<Unclaimed, 'claimed' | 'near'>): void {
  for (const { run, phones, claims } of claimed) {
    tell(paintWarning(words.claimed(phones, run.runId, harmless(run.listName), claims)))
    if (run.isReadOnly) tell(words.isReadOnly(run.runId))
    else if (claims.waiting > 0)
      tell(run.watching.kind === 'watching' ? words.isWatched(run.runId) : words.howToDiscard(run.runId))
  }
  for (const { run, device, account } of near)
    tell(paintWarning(words.near(device, account, run.runId, harmless(run.listName))))
}

/** Says which phones were signed in before, and whether they are left out or signed in again. */
export function tellSignedIn(parts: readonly SignedInPart[], areIncluded: boolean): void {
  const say = areIncluded ? words.includedAgain : words.signedIn
  const sayElsewhere = areIncluded ? words.includedElsewhere : words.signedInElsewhere
  for (const part of parts)
    tell(
      paintWarning(
        'run' in part
          ? say(part.phones, part.run.runId, harmless(part.run.listName), part.last)
          : sayElsewhere(part.phones, harmless(part.batch.batchId), part.batch.requestTime),
      ),
    )
  if (parts.length > 0 && !areIncluded) tell(words.howToInclude)
}

/** Says which phones batches have under way that were submitted elsewhere, and how many of these could not be read. */
export function tellElsewhere(parts: readonly ElsewherePart[], unread: number): void {
  for (const { batch, phones } of parts)
    tell(paintWarning(words.underWayElsewhere(phones, harmless(batch.batchId), batch.requestTime)))
  if (unread > 0) tell(paintWarning(words.elsewhereUnread(unread)))
}
