import { Button, Checkbox, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { useDesk } from '../../stores/desk-context.tsx'
import { ConfirmFacts } from './confirm-facts.tsx'
import type { Question } from './confirmation.ts'
import { PasswordWarning } from './password-warning.tsx'
import { retryFailed, startRun } from './run-actions.ts'
import { useQuestion } from './use-question.ts'

const { confirm } = text.window.run

/** Asks before anything is sent. Nothing but a tick and then the button starts a run. */
export function ConfirmRun() {
  const question = useQuestion()
  return question && <Asking question={question} />
}

function Asking({ question }: { readonly question: Question }) {
  const desk = useDesk()
  const [understood, setUnderstood] = useState(false)
  const [starting, setStarting] = useState(false)
  const { retry, tenant, phones, accounts, confirmed } = question
  const close = (): void => desk.view.setState({ dialog: undefined })
  const start = async (): Promise<void> => {
    setStarting(true)
    await (retry ? retryFailed : startRun)(desk, confirmed)
    // Where it did not begin, the page says why.
    close()
  }
  return (
    <Modal
      title={retry ? confirm.retryTitle(phones) : confirm.title(phones)}
      onCancel={close}
      actions={
        <>
          <Button onClick={close}>{text.window.frame.cancel}</Button>
          <Button
            appearance="primary"
            disabled={!understood || starting}
            icon={starting ? <Spinner size="tiny" aria-hidden /> : null}
            onClick={start}
          >
            {starting ? confirm.starting : confirm.start(phones)}
          </Button>
        </>
      }
    >
      <ConfirmFacts question={question} />
      <PasswordWarning simulated={tenant.simulated} accounts={accounts} />
      <Checkbox
        checked={understood}
        label={tenant.simulated ? confirm.understoodSimulated(accounts) : confirm.understood(accounts)}
        onChange={(_, { checked }) => setUnderstood(checked === true)}
      />
    </Modal>
  )
}
