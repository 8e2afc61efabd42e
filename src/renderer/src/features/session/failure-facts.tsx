import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { SignInFailure } from '../../../../shared/auth/sign-in-failure.ts'
import { failureDetails } from '../../model/session/failure-details.ts'
import { exactText } from '../../theme/page-layout.ts'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalS} 0 0`,
    ...typographyStyles.caption1,
  },
  fact: { display: 'contents' },
  name: { color: tokens.colorNeutralForeground2 },
  value: { ...exactText, margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

/** Code, correlation ID and time: each selectable as one. */
export function FailureFacts({ failure }: { readonly failure: SignInFailure }) {
  const styles = useStyles()
  return (
    <dl className={styles.facts}>
      {failureDetails(failure).map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
