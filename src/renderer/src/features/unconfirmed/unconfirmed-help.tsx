import { text } from '../../../../shared/text/index.ts'
import { StripHelp } from '../../components/strip-help.tsx'
import { unconfirmedOf } from '../../model/run/unconfirmed.ts'
import { waitsForDecision } from '../../model/run/waits-for-decision.ts'
import { useRun } from '../../stores/stores-context.tsx'
import { EvidenceButton } from './evidence-button.tsx'

const words = text.window.unconfirmed

/** In a stopped run, says that a batch waits for a decision, and leads to it. */
export function UnconfirmedHelp() {
  const [first, ...others] = useRun(({ state }) => unconfirmedOf(state))
  const isNext = useRun(({ state }) => waitsForDecision(state?.watching))
  if (!first) return null
  const { batch, phones, region } = first
  return (
    <StripHelp
      words={
        <>
          <strong>{words.line(batch + 1, phones, region)}</strong>{' '}
          {others.length > 0 && words.more(others.length)}
        </>
      }
    >
      <EvidenceButton batch={batch} {...(isNext && { appearance: 'primary' })} />
    </StripHelp>
  )
}
