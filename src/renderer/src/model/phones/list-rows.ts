import type { Issue, Severity } from '../../../../shared/phones/issue.ts'
import type { CheckedRow, PhoneList } from '../../../../shared/phones/phone-list.ts'
import type { RunMemory, SignedInBefore } from '../../../../shared/run/run-memory.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { isOfOthers, wasSignedIn } from '../../../../shared/run/why-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { changedPlaces, sayChanged } from '../changed-places.ts'
import { dayAndTime } from '../date-and-time.ts'
import { memoizeLast } from '../memoize-last.ts'
import type { Row } from './row.ts'
import { leftOutRow, phoneRow } from './run-rows.ts'
import { isSamePhone, type Tried, triedIn } from './tried.ts'

/** Facts about a list besides its cells. */
export type ListStanding = {
  readonly memory: RunMemory
  /** Whether phones that were signed in a few days ago are signed in again. */
  readonly areIncluded: boolean
  /** The rows that the operator has left out. */
  readonly leftOut: ReadonlySet<number>
  /** The runs that were started from the list, the earliest first. */
  readonly runs: readonly RunState[]
}

/**
 * The rows of a checked list, in file order, with their status: from the row's last run, unless its cells were changed
 * since; otherwise from the check; for phones that were signed in before, from what is remembered. Rows that didn't
 * change keep their identity.
 */
export function listRows(list: PhoneList, standing: ListStanding): readonly Row[] {
  const { memory, areIncluded, leftOut, runs } = standing
  const made = makerFor(list, memory, areIncluded, leftOut)
  return runs.length === 0 ? made.unrun() : made.after(runs)
}

/** Makes the rows of one check. Rows that runs change are made again; the others stay the same objects. */
const makerFor = memoizeLast(
  (list: PhoneList, memory: RunMemory, areIncluded: boolean, leftOut: ReadonlySet<number>) => {
    const byRow = issuesByRow(list.issues)
    const rowOf = (checked: CheckedRow): Row => {
      const before = checked.status === 'ready' ? memory.of(checked) : undefined
      return listRow(checked, byRow.get(checked.row) ?? none, {
        before: before && { ...before, isIncluded: areIncluded },
        isLeftOut: leftOut.has(checked.row),
      })
    }
    let unrun: readonly Row[] | undefined
    let lastTried: readonly (Tried | undefined)[] = []
    let lastRows: readonly Row[] = []
    let lastRuns: readonly RunState[] | undefined
    return {
      unrun(): readonly Row[] {
        unrun ??= list.rows.map(rowOf)
        return unrun
      },
      // A dozen parts of the page ask for the same rows with each change of a run.
      after(runs: readonly RunState[]): readonly Row[] {
        if (runs === lastRuns) return lastRows
        lastRuns = runs
        const tried = triedIn(list.rows, runs)
        const rows = lastRows.slice()
        const places = lastRows.length === 0 ? [...list.rows.keys()] : changedPlaces(lastTried, tried)
        for (const index of places) {
          const [checked, one] = [list.rows[index], tried[index]]
          if (!checked) continue
          rows[index] = one ? triedRow(checked, one, byRow.get(checked.row) ?? none, rowOf) : rowOf(checked)
        }
        sayChanged(lastRows, rows, places)
        lastRows = rows
        lastTried = tried
        return lastRows
      },
    }
  },
)

type Before = SignedInBefore & { readonly isIncluded: boolean }

/** A row that a run had, or left out. Where its cells were changed since, that says nothing of it any more. */
function triedRow(
  checked: CheckedRow,
  tried: Tried,
  issues: readonly Issue[],
  unrun: (checked: CheckedRow) => Row,
): Row {
  const { row } = checked
  if (!isSamePhone(checked, tried.phone)) {
    const changed = unrun(checked)
    return changed.next ? { ...changed, next: 'corrected' } : changed
  }
  if (tried.kind === 'left out') {
    const isFree = isOfOthers(tried.phone) || wasSignedIn(tried.phone)
    const now = unrun(checked)
    // A row that was left out for an error counts like any other once the error is gone.
    if (checked.status === 'ready') return now.next && !isFree ? { ...now, next: 'corrected' } : now
    return { ...leftOutRow(tried.phone), issues, wrong: wrongIn(issues) }
  }
  const shown = { ...phoneRow(tried.phone), issues, wrong: wrongIn(issues), row }
  const { status } = shown
  if (checked.status === 'ready' && (status === 'failed' || status === 'not sent'))
    return { ...shown, next: status === 'failed' ? 'failed' : 'new' }
  return tried.isOpen ? { ...shown, isLocked: true } : shown
}

// Most rows have none: the same for all of them.
const none: readonly [] = []

const wrongIn = (issues: readonly Issue[]): Row['wrong'] =>
  issues.length === 0
    ? none
    : issues.flatMap(({ severity, column }) => (severity === 'error' && column ? [column] : []))

const order: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

function issuesByRow(issues: readonly Issue[]): ReadonlyMap<number, readonly Issue[]> {
  const byRow = new Map<number, Issue[]>()
  for (const issue of issues) {
    if (issue.row === undefined) continue
    const known = byRow.get(issue.row)
    if (known) known.push(issue)
    else byRow.set(issue.row, [issue])
  }
  for (const some of byRow.values()) some.sort((a, b) => order[a.severity] - order[b.severity])
  return byRow
}

function listRow(
  checked: CheckedRow,
  issues: readonly Issue[],
  { before, isLeftOut }: { readonly before: Before | undefined; readonly isLeftOut: boolean },
): Row {
  const { row, username, hardwareId } = checked
  const usual: Row = {
    row,
    username,
    hardwareId,
    region: checked.region ?? '',
    status: issues.some(({ severity }) => severity === 'warning') ? 'warning' : 'ready',
    result: issueWords(issues),
    remedy: '',
    reason: '',
    next: 'new',
    issues,
    wrong: wrongIn(issues),
  }
  // Most rows: to copy one into another takes four times as long, and there are up to 100,000.
  if (checked.status === 'ready' && !isLeftOut && !before) return usual
  const { next, ...shown } = before ? { ...usual, before: signedInWords(before) } : usual
  if (isLeftOut) return { ...shown, status: 'left out', result: text.window.table.leftOutByHand }
  if (checked.status === 'error') return { ...shown, status: 'error' }
  const status = before && !before.isIncluded ? 'signed in' : shown.status
  return { ...shown, status, result: shown.before ?? shown.result, next: 'new' }
}

function issueWords(issues: readonly Issue[]): string {
  const [worst] = issues
  if (!worst) return ''
  const first = worst.message
  return issues.length > 1 ? `${first} (${text.window.table.moreIssues(issues.length - 1)})` : first
}

function signedInWords(before: Before): string {
  const how = before.isIncluded ? 'included' : 'leftOut'
  const { signedInBefore: byRun, signedInElsewhere: elsewhere } = text.window.table
  return 'run' in before
    ? byRun[how](dayAndTime(before.at, Date.now()), before.run.listName)
    : elsewhere[how](before.batch.batchId)
}
