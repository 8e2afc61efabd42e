import type { PastRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { dateAndTime } from '../date-and-time.ts'

/** What tells a run apart from the others, in a few words. */
export const runName = ({ listName, startedAt }: Pick<PastRun, 'listName' | 'startedAt'>): string =>
  text.window.history.runs.named(listName, dateAndTime(startedAt))
