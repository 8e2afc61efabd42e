import { Button } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useDesk } from '../../stores/desk-context.tsx'
import { openRun, resumeRun } from '../run/run-actions.ts'
import type { Offer } from './offer.ts'
import { putOff, wayToHistory } from './unfinished-actions.ts'

const { unfinished: words } = text.window

/** What can be done about the latest of the unfinished runs, and about all of them. */
export function OfferButtons({ offer }: { readonly offer: Offer }) {
  const desk = useDesk()
  const [latest, ...others] = offer.here
  const toHistory = wayToHistory(desk)
  return (
    <>
      {latest && (
        <>
          <Button appearance="primary" onClick={() => resumeRun(desk, latest.runId)}>
            {words.resume}
          </Button>
          <Button onClick={() => openRun(desk, latest.runId)}>{words.show}</Button>
        </>
      )}
      {others.length > 0 && toHistory && <Button onClick={toHistory}>{words.history}</Button>}
      <Button appearance={latest ? 'subtle' : 'secondary'} onClick={() => putOff(desk, offer)}>
        {words.notNow}
      </Button>
    </>
  )
}
