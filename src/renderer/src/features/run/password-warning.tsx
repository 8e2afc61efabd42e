import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'

const { confirm } = text.window.run

const useStyles = makeStyles({ title: { display: 'block' } })

/** What a run does to the accounts (Microsoft, New-CsSdgBulkSignInRequest: the password is reset). */
export function PasswordWarning(props: { readonly simulated: boolean; readonly accounts: number }) {
  const { simulated, accounts } = props
  const styles = useStyles()
  return (
    <MessageBar intent={simulated ? 'info' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>
          {simulated ? confirm.simulatedTitle : confirm.passwordTitle(accounts)}
        </MessageBarTitle>
        {simulated ? confirm.simulatedBody(accounts) : confirm.passwordBody}
      </MessageBarBody>
    </MessageBar>
  )
}
