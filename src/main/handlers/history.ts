import type { Outcome } from '../../core/gateway/gateway.ts'
import { historyPhones, joinBatchHistory } from '../../core/run/batch-history.ts'
import type { ElsewhereReader } from '../../core/run/elsewhere.ts'
import type { RunRepository } from '../../core/run/run-repository.ts'
import type { Runs } from '../../core/run/runs.ts'
import type { Session } from '../../core/run/session.ts'
import type { SessionService } from '../../core/session/session-service.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import { failureWords } from '../../shared/gateway/failure-words.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'

/** Earlier work: the runs on this disk, and the batch history. */
export function historyHandlers(options: {
  readonly repository: RunRepository
  readonly runs: Pick<Runs, 'leave'>
  readonly sessions: Pick<SessionService, 'current'>
  readonly elsewhere: Pick<ElsewhereReader, 'read'>
  /** Puts a file where its owner finds it again. */
  readonly discard: (file: string) => Promise<void>
}): Pick<
  Handlers,
  'history:runs' | 'history:batches' | 'history:batch' | 'history:elsewhere' | 'run:delete'
> {
  const { repository, runs, sessions, elsewhere, discard } = options

  async function ask<Value>(
    question: (session: Session) => Promise<Outcome<Value>>,
  ): Promise<Result<Value, AppFailure>> {
    const session = sessions.current()
    if (!session) return fail({ kind: 'signed-out', ...text.main.failures.signedOut })
    const answer = await question(session)
    return answer.ok
      ? answer
      : fail({ kind: 'service', ...text.run.historyFailed(failureWords(answer.failure)) })
  }

  return {
    'history:runs': () => repository.overview(),
    'history:batches': async () => {
      const summaries = await ask(({ gateway }) => gateway.batchSummaries())
      if (!summaries.ok) return summaries
      // Without the runs every batch would seem to be made elsewhere.
      const listed = await repository.overview()
      return listed.ok ? succeed(joinBatchHistory(summaries.value, listed.value.runs)) : listed
    },
    'history:batch': ({ batchId }) => ask(({ gateway }) => historyPhones(gateway, batchId)),
    'history:elsewhere': async () => {
      const listed = await repository.list()
      return listed.ok ? ask((session) => elsewhere.read(session, listed.value.runs)) : listed
    },
    'run:delete': async ({ runId }) => {
      const removed = await repository.remove(runId, discard)
      if (removed.ok) runs.leave(runId)
      return removed
    },
  }
}
