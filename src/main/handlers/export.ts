import type { Standing } from '../../core/run/standing.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import { reportPage } from '../../shared/report/report-page.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { joinRuns, onlyRows } from '../../shared/run/join-runs.ts'
import { failedList, resultFile } from '../../shared/run/result-file.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { text } from '../../shared/text/index.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import { fileName } from '../files/file-name.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Handlers } from '../ipc/answer.ts'

/** Saving the results of a run, or of several of one list, the failed phones as a list, or a report, where the operator says. */
export function exportHandlers(options: {
  readonly standing: Standing
  readonly dialogs: Pick<FileDialogs, 'saveCsv' | 'saveText'>
  /** Makes a PDF of an HTML document; rejects where that fails. */
  readonly print: (html: string) => Promise<Uint8Array>
  readonly appVersion: string
  readonly now: () => number
}): Pick<Handlers, 'run:export' | 'report:save'> {
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
      const list = listNameOf(state)
      const file = await options.dialogs.saveCsv(
        text.main.files[kind](list, minuteOf(state.startedAt), state.tenant.simulated),
      )
      if (file === undefined) return succeed(undefined)
      const written = await writeWhole(file, kind === 'results' ? resultFile(state) : failedList(state))
      return written.ok ? succeed(file) : written
    },
    'report:save': async ({ runIds, site, format }) => {
      const runs: RunState[] = []
      for (const runId of new Set(runIds)) {
        const found = await options.standing(runId)
        if (!found.ok) return found
        runs.push(found.value)
      }
      const now = options.now()
      const page = reportPage({ runs, site, appVersion: options.appVersion, now })
      if (!page.ok) return fail({ kind: 'no-run', ...page.failure })
      const [first] = runs
      const named = site.trim() === '' && first ? listNameOf(first) : fileName(site.trim())
      const file = await options.dialogs.saveText(
        text.main.files.report(
          named,
          minuteOf(new Date(now).toISOString()),
          first?.tenant.simulated ?? false,
          format,
        ),
      )
      if (file === undefined) return succeed(undefined)
      const content = format === 'pdf' ? await printed(page.value, options.print) : page
      if (!content.ok) return content
      const written = await writeWhole(file, content.value)
      return written.ok ? succeed(file) : written
    },
  }
}

const printed = (
  html: string,
  print: (html: string) => Promise<Uint8Array>,
): Promise<Result<Uint8Array, AppFailure>> =>
  print(html).then(succeed, (error: Error) =>
    fail({
      kind: 'file',
      ...(error.name === 'TimeoutError'
        ? text.main.failures.printTooLong
        : text.main.failures.notPrinted(error.message)),
    }),
  )

/** A name from a page or a journal may have the separators of another system. */
const listNameOf = ({ listName }: RunState): string =>
  fileName((listName.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, ''))

/** `2026-03-02 0900`, as the clock on the wall showed it: sorts well, and every system takes it in a name. */
const minuteOf = (time: string): string => new Date(time).toLocaleString('sv').slice(0, 16).replace(':', '')
