import { MessageBar, MessageBarActions, makeStyles } from '@fluentui/react-components'
import { totalOf } from '../../../../shared/run/counts.ts'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { MessageText } from '../../components/message-text.tsx'
import { offerWords, otherWords } from '../../model/history/offer-words.ts'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { abovePage } from '../../theme/page-layout.ts'
import { OfferButtons } from './offer-buttons.tsx'
import { useHasRoom, useOffer } from './use-offer.ts'

const words = text.window.unfinished

const useStyles = makeStyles({ part: abovePage })

/** Tells of unfinished runs on every page that shows something else. The empty page of phones says more. */
export function OfferLine() {
  const styles = useStyles()
  const offer = useOffer()
  const hasRoom = useHasRoom()
  const operator = useSignedIn()?.operator.username ?? ''
  if (!offer) return null
  const [latest] = offer.here
  if (latest && hasRoom) return null
  const { stands, why = [] } = latest ? offerWords(latest, operator) : {}
  return (
    <section className={styles.part} aria-label={words.name} {...landmark}>
      <MessageBar intent="info" layout="multiline" politeness="polite">
        <MessageText title={latest && words.line(latest.listName, totalOf(latest.counts))}>
          {[stands, why[0], ...otherWords(offer)].filter(Boolean).join(' ')}
        </MessageText>
        <MessageBarActions>
          <OfferButtons offer={offer} />
        </MessageBarActions>
      </MessageBar>
    </section>
  )
}
