import process from 'node:process'
import type { Runs } from '../core/run/runs.ts'
import type { Session } from '../core/run/session.ts'
import type { Confirmation } from '../shared/run/confirmation.ts'
import type { Resolution } from '../shared/run/evidence.ts'
import type { RunState } from '../shared/run/run-state.ts'
import { hasUnconfirmed, unconfirmedOf } from '../shared/run/unconfirmed.ts'
import { whatFollows } from '../shared/run/what-follows.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { withAccessToRun } from './access-to-run.ts'
import { ask } from './ask.ts'
import { exitCode, Stop } from './exit-code.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { checkExportFile } from './export-file.ts'
import { findRun } from './find-run.ts'
import { harmless, print, printJson, tell } from './print.ts'
import { askForResolutions } from './reconcile/ask-for-resolutions.ts'
import { checkedResolutions } from './reconcile/checked-resolutions.ts'
import { type DecisionOptions, decisionOf, whichBatches } from './reconcile/decision-options.ts'
import { describeUnconfirmed } from './reconcile/describe-unconfirmed.ts'
import { type ExaminedBatch, examineBatches } from './reconcile/examined-batch.ts'
import { unconfirmedInJson } from './reconcile/unconfirmed-in-json.ts'
import { openRuns, type WatchOptions, watchRun } from './watch-run.ts'

const words = text.cli.reconcile

/**
 * Reconciles batches of the named run, or of the latest with an unconfirmed one, and continues watching. Without a
 * decision it prints the evidence (exit 4), and at a terminal asks.
 */
export async function reconcileCommand(
  runId: string | undefined,
  options: AccessOptions & WatchOptions & DecisionOptions & { yes?: true },
): Promise<void> {
  await checkExportFile(options.export)
  const run = await findRun(options.dataDir, runId, hasUnconfirmed, () =>
    words.noneAnywhere(harmless(options.dataDir)),
  )
  const runs = openRuns(options.dataDir)
  const state = await openRun(runs, run.runId)
  const decision = decisionOf(options)
  const batches = whichBatches(unconfirmedOf(state), options)
  if (!decision && batches.length === 0) {
    if (options.json) printJson(unconfirmedInJson(state, []))
    else print(words.none(run.runId))
    process.exitCode = exitCodeOf(state)
    return
  }
  await withAccessToRun(run, options, async ({ session, accompany }) => {
    tell(words.run(state.runId, harmless(state.listName)))
    const examine = (): Promise<readonly ExaminedBatch[]> => examineBatches(runs, session, state, batches)
    const resolutions = decision
      ? await checkedResolutions(decision, batches, examine)
      : await resolutionsAfter(await examine(), state, options)
    if (resolutions.length === 0) {
      process.exitCode = exitCode.resumable
      return
    }
    const { accounts, confirmed } = whatFollows(state, resolutions, session.tenant)
    if (accounts > 0 && !options.yes) await confirm(accounts, confirmed, session)
    process.exitCode = await watchRun(runs, options, accompany, () =>
      runs.decide(session, resolutions, confirmed),
    )
  })
}

async function openRun(runs: Runs, runId: string): Promise<RunState> {
  const opened = await runs.open(runId)
  if (!opened.ok) throw new Stop(exitCode.resumable, opened.failure.message, opened.failure.remedy)
  const state = runs.state()
  if (!state) throw new Error('A run that is open has a state')
  return state
}

/** Shows the evidence, at a terminal or not; answers what a person at a terminal decides. */
async function resolutionsAfter(
  examined: readonly ExaminedBatch[],
  state: RunState,
  { json }: { readonly json?: true },
): Promise<readonly Resolution[]> {
  if (json) {
    printJson(unconfirmedInJson(state, examined))
    return []
  }
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const resolutions = await askForResolutions(examined, state)
    if (resolutions.length === 0) tell(words.nothingDecided)
    return resolutions
  }
  for (const one of examined) for (const line of describeUnconfirmed(one, state, 'commands')) print(line)
  print(words.sameAccess)
  return []
}

async function confirm(
  accounts: number,
  { phones, batches }: Confirmation,
  { tenant }: Session,
): Promise<void> {
  if (!(await ask(words.question(accounts, phones.length, batches, harmless(tenant.name)))))
    throw new Stop(exitCode.resumable, text.cli.run.notConfirmed)
}
