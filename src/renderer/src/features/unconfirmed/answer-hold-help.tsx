import { isWatching } from '../../../../shared/run/is-watching.ts'
import { stillToSubmit } from '../../../../shared/run/still-to-submit.ts'
import { text } from '../../../../shared/text/index.ts'
import { StripHelp } from '../../components/strip-help.tsx'
import { holdIn } from '../../model/run/hold.ts'
import { useRun } from '../../stores/stores-context.tsx'
import { EvidenceButton } from './evidence-button.tsx'

const { hold: words } = text.window.run.strip

/** In a watched run: an answer that nobody recognises holds further batches back, and the way to say what it means. */
export function AnswerHoldHelp() {
  const hold = useRun(({ state }) => (isWatching(state) ? holdIn(state) : undefined))
  const left = useRun(({ state }) => (state ? stillToSubmit(state).phones : 0))
  if (hold?.kind !== 'answer') return null
  return (
    <StripHelp
      words={
        <>
          <strong>{words.answer(hold.batch + 1)}</strong> {words.rest(left)}
        </>
      }
    >
      <EvidenceButton batch={hold.batch} />
    </StripHelp>
  )
}
