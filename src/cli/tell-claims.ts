import type { AppFailure } from '../shared/app-failure.ts'
import type { Tenant } from '../shared/gateway/tenant.ts'
import { fail, type Result, succeed } from '../shared/result.ts'
import { type RunMemory, runMemory, type SignedInPart } from '../shared/run/run-memory.ts'
import { claimsOfOthers, type OthersClaims, type Unclaimed } from '../shared/run/unclaimed.ts'
import { unreadClaimant } from '../shared/run/unread-runs.ts'
import { text } from '../shared/text/index.ts'
import { paintWarning } from './paint.ts'
import { harmless, tell } from './print.ts'
import { runsOnDisk } from './runs-on-disk.ts'

const words = text.cli.claims

/** What the runs of a data directory say of a tenant's phones. */
export type OtherRuns = { readonly claims: OthersClaims; readonly memory: RunMemory }

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
    : succeed({ claims: claimsOfOthers(runs, tenant, asking), memory: runMemory(runs, tenant, now) })
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
  for (const { run, phones, last } of parts)
    tell(paintWarning(say(phones, run.runId, harmless(run.listName), last)))
  if (parts.length > 0 && !areIncluded) tell(words.howToInclude)
}
