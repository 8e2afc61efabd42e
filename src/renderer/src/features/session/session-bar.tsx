import { makeStyles, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import type { SignInFailure } from '../../../../shared/auth/sign-in-failure.ts'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { useCaughtFocus } from '../../components/use-caught-focus.ts'
import { type WayOn, waysOn } from '../../model/session/ways-on.ts'
import { useSession, useView } from '../../stores/stores-context.tsx'
import { useFailure, useSignedIn, useUnderWay } from '../../stores/use-signed-in.ts'
import { card } from '../../theme/page-layout.ts'
import { FailureReport } from './failure-report.tsx'
import { RenewalWarning } from './renewal-warning.tsx'
import { Waiting } from './waiting.tsx'

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    ':empty': { display: 'none' },
  },
  waiting: {
    ...card,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** On every page: that a new sign-in is needed, how one goes, and why it did not work. */
export function SessionBar() {
  const styles = useStyles()
  const part = useRef<HTMLElement>(null)
  const session = useSession((data) => data.session)
  const renewal = useSignedIn()?.renewal
  const underWay = useUnderWay()
  const failure = useFailure()
  // There, the page itself says it.
  const isTold = useView(({ page }) => page === 'provisioning-urls') && session?.kind !== 'signed-in'
  useCaughtFocus(part, `${underWay?.way} ${failure?.at} ${renewal?.at}`)
  if (isTold) return null
  return (
    <section ref={part} className={styles.bar} aria-label={text.window.session.bar} {...landmark}>
      {renewal && <RenewalWarning renewal={renewal} />}
      {underWay && (
        <div className={styles.waiting}>
          <Waiting underWay={underWay} />
        </div>
      )}
      {failure && <FailureReport failure={failure} {...(renewal && { offered: besidesRenewal(failure) })} />}
    </section>
  )
}

/** The warning itself offers both ways to sign in again. */
const besidesRenewal = ({ kind }: SignInFailure): readonly WayOn[] =>
  waysOn(kind).filter((way) => way === 'own-client')
