import type { AppFailure } from '../../shared/app-failure.ts'
import { text } from '../../shared/text/index.ts'
import { heldElsewhere } from './run-lock.ts'

/** Why a journal that another process holds is not touched: who holds it, and what can be done about it. */
export async function watchedElsewhere(journal: string): Promise<AppFailure> {
  const holder = await heldElsewhere(journal, Date.now())
  const words = holder ? text.run.watchedOnAnother(holder) : text.run.watchedElsewhere
  return { kind: 'run-under-way', ...words }
}
