import { Button, MessageBar, MessageBarActions } from '@fluentui/react-components'
import type { SignInFailure } from '../../../../shared/auth/sign-in-failure.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { MessageText } from '../../components/message-text.tsx'
import { caughtFocus } from '../../components/use-caught-focus.ts'
import { failureAsText } from '../../model/session/failure-details.ts'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn, useUnderWay } from '../../stores/use-signed-in.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { signInAgain } from './session-actions.ts'

const session = text.window.session
const { renewal: words } = text.window.session

/** The stored sign-in is not enough any more. It stays until somebody has signed in again. */
export function RenewalWarning({ renewal }: { readonly renewal: SignInFailure }) {
  const stores = useStores()
  const watching = useRun(({ state }) => isWatching(state))
  const username = useSignedIn()?.operator.username ?? ''
  const isIdle = useUnderWay() === undefined
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageText title={watching ? words.watching : words.idle}>
        {renewal.message} {words.whose(username)}
      </MessageText>
      {isIdle && (
        <MessageBarActions>
          <CopyButton
            content={() => failureAsText(renewal)}
            label={session.failure.copy}
            what={session.failure.details}
            appearance="secondary"
          >
            {session.failure.copy}
          </CopyButton>
          <Button onClick={() => signInAgain(stores, 'device-code')}>{session.signInWithCode}</Button>
          <Button {...caughtFocus} appearance="primary" onClick={() => signInAgain(stores)}>
            {session.signInAgain}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
