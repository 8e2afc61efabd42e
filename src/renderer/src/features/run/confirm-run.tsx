import { Button, Checkbox, Spinner } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Confirmation } from '../../../../shared/run/confirmation.ts'
import { text } from '../../../../shared/text/index.ts'
import { Modal } from '../../components/modal.tsx'
import { PasswordWarning } from '../../components/password-warning.tsx'
import { type Question, subjectOf } from '../../model/run/confirmation.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { ConfirmFacts } from './confirm-facts.tsx'
import { acceptFailures, closeQuestion, goOn, retryFailed, startRun } from './run-actions.ts'
import { useQuestion } from './use-question.ts'

const { confirm } = text.window.run

const titles: Record<Question['kind'], (phones: number) => string> = {
  get start() {
    return confirm.title
  },
  get retry() {
    return confirm.retryTitle
  },
  get resume() {
    return confirm.resumeTitle
  },
  get held() {
    return confirm.heldTitle
  },
}

const begin: Record<
  Question['kind'],
  (stores: AppStores, confirmed: Confirmation, rows?: ReadonlySet<number>) => Promise<boolean>
> = {
  start: startRun,
  retry: retryFailed,
  resume: goOn,
  held: acceptFailures,
}

/** Why there is no phone to ask about. */
const nothingLeft = ({ signedIn }: Question): string =>
  signedIn && signedIn.parts.length > 0 ? confirm.nothingToDoTitle : confirm.nothingLeftTitle

/** Asks before anything is sent. Nothing but a tick and then the button starts a run. */
export function ConfirmRun() {
  const question = useQuestion()
  return question && <Asking question={question} />
}

function Asking({ question }: { readonly question: Question }) {
  const stores = useStores()
  // A sign-in that ends meanwhile brings another tenant under the open question.
  const [agreedTo, setAgreedTo] = useState<string>()
  const [starting, setStarting] = useState(false)
  const { kind, tenant, phones, accounts, confirmed } = question
  const isOpen = question.signedIn?.isOpen === true || question.readiness?.isOpen === true
  const isWarned = (question.readiness?.tenant.length ?? 0) > 0
  const isNothingLeft = phones === 0
  const isReading = question.elsewhere?.isReading === true
  const subject = useMemo(() => subjectOf(question), [question])
  const understood = agreedTo === subject
  const close = (): void => closeQuestion(stores, starting && kind !== 'held')
  const start = async (): Promise<void> => {
    setStarting(true)
    await begin[kind](stores, confirmed, question.rows)
    // If the run did not begin, the page says why. Another dialog may have been opened meanwhile.
    if (stores.view.getState().dialog === kind) stores.view.setState({ dialog: undefined })
  }
  return (
    <Modal
      title={isNothingLeft && !isOpen ? nothingLeft(question) : titles[kind](phones)}
      onCancel={close}
      actions={
        <>
          <Button onClick={close}>{text.window.frame.cancel}</Button>
          {!isNothingLeft && (
            <Button
              appearance="primary"
              disabled={!understood || starting || isOpen || isReading}
              icon={starting ? <Spinner size="tiny" aria-hidden /> : null}
              onClick={start}
            >
              {starting
                ? confirm.starting
                : isWarned
                  ? text.window.readiness.confirm.continueAnyway
                  : confirm.start(phones)}
            </Button>
          )}
        </>
      }
    >
      <ConfirmFacts question={question} />
      {!isNothingLeft && (
        <>
          <PasswordWarning simulated={tenant.simulated} accounts={accounts} />
          <Checkbox
            checked={understood}
            label={tenant.simulated ? confirm.understoodSimulated(accounts) : confirm.understood(accounts)}
            onChange={(_, { checked }) => setAgreedTo(checked === true ? subject : undefined)}
          />
        </>
      )}
    </Modal>
  )
}
