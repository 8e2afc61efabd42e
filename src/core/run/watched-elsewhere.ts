import type { AppFailure } from '../../shared/app-failure.ts'
import { text } from '../../shared/text/index.ts'
import { holderOf } from './run-lock.ts'

/** Why a journal that another process holds is not touched: who holds it, and what can be done about it. */
export async function watchedElsewhere(journal: string): Promise<AppFailure> {
  return { kind: 'run-under-way', ...text.run.watchedElsewhere(await holderOf(journal, Date.now())) }
}
