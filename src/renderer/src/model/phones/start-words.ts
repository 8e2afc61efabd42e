import { text } from '../../../../shared/text/index.ts'
import type { Row } from './row.ts'
import type { NextCounts } from './start-plan.ts'

const { signIn: words } = text.window.phones

/** What the button says that signs in what is next; `counts` are of the phones that would be in the run. */
export function startWords(
  rows: readonly Row[],
  counts: NextCounts,
  hasRun: boolean,
): { readonly label: string; readonly hint: string | undefined } {
  const { new: fresh, corrected, failed } = counts
  const planned = fresh + corrected + failed
  // Before a region is chosen no phone can be planned, and yet it is clear which ones it will be.
  const all = planned > 0 ? planned : rows.filter(({ next, region }) => next && region === '').length
  if (all === 0) return { label: words.none, hint: undefined }
  if (planned === 0 || !hasRun) return { label: words.all(all), hint: undefined }
  if (fresh === 0) return { label: words.again(corrected, failed), hint: undefined }
  const hint = corrected + failed === 0 ? undefined : words.parts(fresh, corrected, failed)
  return { label: words.others(planned), hint }
}
