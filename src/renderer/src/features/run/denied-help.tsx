import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { useDesk, useRun } from '../../stores/desk-context.tsx'
import { signInAgain } from '../session/session-actions.ts'
import { useSignedIn, useUnderWay } from '../session/use-signed-in.ts'

const { denied: words } = text.window.run.strip

const useStyles = makeStyles({
  help: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  words: { flexGrow: 1, flexBasis: '440px', maxWidth: '110ch', margin: 0 },
})

/** The roles that the service wants (Microsoft, "Configure SIP Gateway"), and the way to get one to count. */
export function DeniedHelp() {
  const styles = useStyles()
  const desk = useDesk()
  const operator = useRun(({ state }) => state?.operator.username ?? '')
  const canSignIn = useSignedIn()?.accountId !== undefined
  const isIdle = useUnderWay() === undefined
  return (
    <div className={styles.help}>
      <p className={styles.words}>
        {words.lead(operator)} <strong>{words.teams}</strong> {words.and} <strong>{words.recommended}</strong>{' '}
        {words.others} {words.activated}
      </p>
      {canSignIn && (
        <Button size="small" disabledFocusable={!isIdle} onClick={() => signInAgain(desk)}>
          {words.signInAgain}
        </Button>
      )}
    </div>
  )
}
