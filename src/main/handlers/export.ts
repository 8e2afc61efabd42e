import type { Standing } from '../../core/run/standing.ts'
import { fail, succeed } from '../../shared/result.ts'
import { joinRuns, onlyRows } from '../../shared/run/join-runs.ts'
import { failedList, resultFile } from '../../shared/run/result-file.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import { fileName } from '../files/file-name.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Handlers } from '../ipc/answer.ts'

/** Saving the results of a run, or of several of one list, or the failed phones as a list, where the operator says. */
export function exportHandlers(options: {
  readonly standing: Standing
  readonly dialogs: Pick<FileDialogs, 'saveCsv'>
}): Pick<Handlers, 'run:export'> {
  return {
    'run:export': async ({ runId, kind, earlier = [], rows }) => {
      const found: RunState[] = []
      for (const one of [...earlier, runId]) {
        const standing = await options.standing(one)
        if (!standing.ok) return standing
        found.push(standing.value)
      }
      const [first, ...later] = found
      if (!first) return fail({ kind: 'no-run', ...text.run.noRun })
      const joined = joinRuns([first, ...later])
      const state = rows ? onlyRows(joined, new Set(rows)) : joined
      // A name from a page or a journal may have the separators of another system.
      const list = fileName((state.listName.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, ''))
      const file = await options.dialogs.saveCsv(text.main.files[kind](list, minuteOf(state.startedAt)))
      if (file === undefined) return succeed(undefined)
      const written = await writeWhole(file, kind === 'results' ? resultFile(state) : failedList(state))
      return written.ok ? succeed(file) : written
    },
  }
}

/** `2026-03-02 0900`, as the clock on the wall showed it: sorts well, and every system takes it in a name. */
const minuteOf = (time: string): string => new Date(time).toLocaleString('sv').slice(0, 16).replace(':', '')
