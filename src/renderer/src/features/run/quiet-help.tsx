import { isWatching } from '../../../../shared/run/is-watching.ts'
import { lookByHand } from '../../../../shared/run/powershell.ts'
import { text } from '../../../../shared/text/index.ts'
import { StripHelp } from '../../components/strip-help.tsx'
import { useNow } from '../../components/use-now.ts'
import { quietBatches } from '../../model/run/quiet-batches.ts'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { CopyButton } from '../copy/copy-button.tsx'
import { LookNowButton } from './look-now-button.tsx'

const { strip: words } = text.window.run

/** Says that a batch has not changed for a long while, and what the operator can do. */
export function QuietHelp() {
  const stores = useStores()
  const underWay = useRun(({ state }) => isWatching(state))
  // Told anew with each event, and once a second.
  useRun(({ events }) => events)
  const [first, ...others] = quietBatches(stores.run.getState(), useNow(underWay))
  if (!first) return null
  const number = first.batch + 1
  return (
    <StripHelp
      words={
        <>
          <strong>{words.quiet(number, first.minutes)}</strong>{' '}
          {others.length > 0 && words.quietMore(others.length)} {words.quietWhy}
        </>
      }
    >
      <LookNowButton />
      <CopyButton
        content={lookByHand(first.batchId)}
        label={words.copyCommandHint(number)}
        what={words.command}
        appearance="secondary"
      >
        {words.copyCommand}
      </CopyButton>
    </StripHelp>
  )
}
