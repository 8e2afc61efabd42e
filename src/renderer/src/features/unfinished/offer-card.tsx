import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { offerWords, otherWords } from '../../model/history/offer-words.ts'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { card } from '../../theme/page-layout.ts'
import { OfferButtons } from './offer-buttons.tsx'
import { useOffer } from './use-offer.ts'

const words = text.window.unfinished

const useStyles = makeStyles({
  card: {
    ...card,
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  list: { overflowWrap: 'anywhere' },
  words: { margin: 0, maxWidth: '110ch', overflowWrap: 'anywhere' },
  aside: { margin: 0, ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
})

/** On the empty page of phones: what is not finished, how it stands, and the way on. */
export function OfferCard() {
  const styles = useStyles()
  const offer = useOffer()
  const operator = useSignedIn()?.operator.username ?? ''
  const latest = offer?.here[0]
  if (!offer || !latest) return null
  const { started, stands, why } = offerWords(latest, operator)
  return (
    <section className={styles.card} aria-label={words.name} {...landmark}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <span className={styles.list}>{latest.listName}</span>
      </div>
      <p className={styles.words}>
        {started} <strong>{stands}</strong>
      </p>
      <p className={styles.words}>{why.join(' ')}</p>
      {otherWords(offer).map((line) => (
        <p key={line} className={styles.aside}>
          {line}
        </p>
      ))}
      <div className={styles.actions}>
        <OfferButtons offer={offer} />
      </div>
    </section>
  )
}
