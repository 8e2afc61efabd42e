import { MessageBar } from '@fluentui/react-components'
import { text } from '../../../shared/text/index.ts'
import { MessageText } from './message-text.tsx'

const { confirm } = text.window.run

/** What a run does to the accounts (Microsoft, New-CsSdgBulkSignInRequest: the password is reset). */
export function PasswordWarning(props: { readonly simulated: boolean; readonly accounts: number }) {
  const { simulated, accounts } = props
  return (
    <MessageBar intent={simulated ? 'info' : 'warning'} layout="multiline">
      <MessageText title={simulated ? confirm.simulatedTitle : confirm.passwordTitle(accounts)}>
        {simulated ? confirm.simulatedBody(accounts) : confirm.passwordBody}
      </MessageText>
    </MessageBar>
  )
}
