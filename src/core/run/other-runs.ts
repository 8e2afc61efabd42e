import { lstat, readdir } from 'node:fs/promises'
import { isSameTenant, type Tenant } from '../../shared/gateway/tenant.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { claimOn } from '../../shared/run/claims.ts'
import type { ClaimsTrouble } from '../../shared/run/claims-trouble.ts'
import type { PhoneLeftOut } from '../../shared/run/events.ts'
import type { JournalTrouble } from '../../shared/run/journal-trouble.ts'
import { phoneKeyOf } from '../../shared/run/phone-key.ts'
import type { PhoneState } from '../../shared/run/run-state.ts'
import { longestMemory } from '../../shared/run/unread-runs.ts'
import { endsFinished, type FollowedRun, followRun } from './followed-run.ts'
import { journalFile, runIdIn, startOf } from './run-files.ts'

/** Another run of the tenant that may have phones. */
export type OtherRun = {
  readonly runId: string
  /** What it has to do with the phone; `submitted` where that is over, and was done since the other run began. */
  claimOn(phone: Pick<PhoneState, 'username' | 'hardwareId'>): PhoneLeftOut['why'] | undefined
}

/**
 * Follows the journals of a folder, but for one run's own (`runId`): each look reads only what was added since the
 * last one. Fails if a journal that may have phones cannot be read. `withFinished`: also those that
 * are finished and were written to since the run began.
 */
export function followOtherRuns(
  directory: string,
  of: {
    readonly runId: string
    readonly tenant: Pick<Tenant, 'id' | 'simulator'>
    readonly withFinished: boolean
  },
): { look(): Promise<Result<readonly OtherRun[], ClaimsTrouble>> } {
  const known = new Map<string, Known>()

  async function readAgain(runId: string, file: string): Promise<Known | undefined> {
    const found = await lstat(file)
    // A pipe may never end.
    if (!found.isFile()) return undefined
    const { size, mtimeMs } = found
    const before = known.get(runId)
    if (before?.size === size && before.mtimeMs === mtimeMs) return before
    const isSince = runId > of.runId || mtimeMs >= startOf(of.runId)
    const matters = (of.withFinished && isSince) || !(await endsFinished(file, size))
    // If the file has grown meanwhile, there is more to read the next time.
    const now = { size, mtimeMs, run: matters ? await followRun(file, found, before?.run) : undefined }
    known.set(runId, now)
    return now
  }

  /** Undefined where the run has no phones of this tenant. */
  async function open(runId: string): Promise<Result<OtherRun | undefined, ClaimsTrouble>> {
    const file = journalFile(directory, runId)
    try {
      const known = await readAgain(runId, file)
      if (!known) return fail({ code: 'journal-unread', file, why: { code: 'no-file' } })
      const { run, mtimeMs } = known
      if (!run) return succeed(undefined)
      const isForgotten = Date.now() - mtimeMs > longestMemory
      const why = whyUnread(run, runId)
      if (why) return isForgotten ? succeed(undefined) : fail({ code: 'journal-unread', file, why })
      const isReadOnly = run.unsound !== undefined && run.unsound.kind !== 'torn'
      const isOfTenant = run.state !== undefined && isSameTenant(run.state.tenant, of.tenant)
      return succeed(
        isOfTenant && !(isReadOnly && isForgotten)
          ? otherRun(runId, run, { isReadOnly, since: startOf(of.runId) })
          : undefined,
      )
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      // Deleted since the folder was read.
      return code === 'ENOENT'
        ? succeed(undefined)
        : fail({ code: 'journal-unread', file, why: { code: 'said', words: message } })
    }
  }

  return {
    async look() {
      const names = await readdir(directory).catch((error: Error) => error)
      if (names instanceof Error)
        return fail({ code: 'folder-unread', folder: directory, reason: names.message })
      const others: OtherRun[] = []
      for (const runId of names.flatMap((name) => runIdIn(name) ?? []).toSorted()) {
        if (runId === of.runId) continue
        const other = await open(runId)
        if (!other.ok) return other
        if (other.value) others.push(other.value)
      }
      return succeed(others)
    },
  }
}

/** A journal as it was read when it had this size and time. A finished one has no `run`. */
type Known = { readonly size: number; readonly mtimeMs: number; readonly run: FollowedRun | undefined }

/** Why nothing is known of the phones of a run; undefined where it is, or where it has not begun. */
function whyUnread({ state, unsound }: FollowedRun, runId: string): JournalTrouble | undefined {
  if (state) return state.runId === runId ? undefined : { code: 'of-another' }
  return unsound && unsound.kind !== 'torn' ? unsound.why : undefined
}

const otherRun = (
  runId: string,
  { state, places }: FollowedRun,
  { isReadOnly, since }: { readonly isReadOnly: boolean; readonly since: number },
): OtherRun => ({
  runId,
  claimOn(phone) {
    let isSubmitted = false
    for (const place of places.get(phoneKeyOf(phone)) ?? []) {
      const here = state?.phones[place]
      if (!state || !here) continue
      const claim = claimOn(state, here, isReadOnly)
      if (claim) return claim
      const { batchId, submittingAt, changedAt } = state.batches[here.batch] ?? {}
      const at = Date.parse(submittingAt ?? changedAt ?? '')
      isSubmitted ||= here.status !== 'not sent' && batchId !== undefined && !(at < since)
    }
    return isSubmitted ? 'submitted' : undefined
  },
})
