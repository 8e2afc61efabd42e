import {
  Button,
  MessageBar,
  MessageBarActions,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import type { SignInFailure } from '../../../../shared/auth/sign-in-failure.ts'
import { text } from '../../../../shared/text/index.ts'
import { MessageText } from '../../components/message-text.tsx'
import { caughtFocus } from '../../components/use-caught-focus.ts'
import { failureAsText, failureDetails } from '../../model/session/failure-details.ts'
import { type WayOn, waysOn } from '../../model/session/ways-on.ts'
import { useSession, useStores } from '../../stores/stores-context.tsx'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { signIn } from './session-actions.ts'

const session = text.window.session
const { failure: words } = text.window.session

const useStyles = makeStyles({
  bar: { alignItems: 'start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const useFailureFactsStyles = makeStyles({
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

/** Says why signing in did not work, what Microsoft support asks for, and what may help. */
export function FailureReport(props: {
  readonly failure: SignInFailure
  readonly offered?: readonly WayOn[]
}) {
  const { failure, offered = waysOn(props.failure.kind) } = props
  const styles = useStyles()
  const stores = useStores()
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" politeness="polite">
      <MessageText title={failure.message}>
        {failure.remedy}
        <FailureFacts failure={failure} />
      </MessageText>
      <MessageBarActions
        className={styles.actions}
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label={words.dismiss}
            onClick={() => stores.session.setState({ dismissed: failure.at })}
          />
        }
      >
        <CopyButton
          content={() => failureAsText(failure)}
          label={words.copy}
          what={words.details}
          appearance="secondary"
        >
          {words.copy}
        </CopyButton>
        {offered.map((way, index) => (
          <WayButton key={way} way={way} isFirst={index === 0} />
        ))}
      </MessageBarActions>
    </MessageBar>
  )
}

function WayButton({ way, isFirst }: { readonly way: WayOn; readonly isFirst: boolean }) {
  const stores = useStores()
  const tried = useSession((data) => data.tried)
  const look = isFirst ? ({ appearance: 'primary', ...caughtFocus } as const) : {}
  if (way === 'own-client') {
    return (
      <Button {...look} onClick={() => stores.view.setState({ page: 'settings', registerSteps: true })}>
        {words.ownClient}
      </Button>
    )
  }
  return (
    <Button {...look} onClick={() => signIn(stores, { ...tried, way })}>
      {way === 'browser' ? words.tryAgain : session.signInWithCode}
    </Button>
  )
}

/** Code, correlation ID and time: each selectable as one. */
function FailureFacts({ failure }: { readonly failure: SignInFailure }) {
  const styles = useFailureFactsStyles()
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
