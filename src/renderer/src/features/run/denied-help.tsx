import { Button } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { StripHelp } from '../../components/strip-help.tsx'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn, useUnderWay } from '../../stores/use-signed-in.ts'
import { signInAgain } from '../session/session-actions.ts'

const { denied: words } = text.window.run.strip

/** The roles that the service wants (Microsoft, "Configure SIP Gateway"), and the way to get one to count. */
export function DeniedHelp() {
  const stores = useStores()
  const operator = useRun(({ state }) => state?.operator.username ?? '')
  const canSignIn = useSignedIn()?.accountId !== undefined
  const isIdle = useUnderWay() === undefined
  return (
    <StripHelp
      words={
        <>
          {words.lead(operator)} <strong>{words.teams}</strong> {words.and}{' '}
          <strong>{words.recommended}</strong> {words.others} {words.activated}
        </>
      }
    >
      {canSignIn && (
        <Button size="small" disabledFocusable={!isIdle} onClick={() => signInAgain(stores)}>
          {words.signInAgain}
        </Button>
      )}
    </StripHelp>
  )
}
