import { Button, Checkbox, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useId, useLayoutEffect, useState } from 'react'
import type { GatewayFailure } from '../../../../shared/gateway/failure.ts'
import { failureWords } from '../../../../shared/gateway/failure-words.ts'
import { choicesAfter } from '../../../../shared/run/choices.ts'
import type { Decision } from '../../../../shared/run/evidence.ts'
import { unrecognizedAnswer } from '../../../../shared/run/hold.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { whatFollows } from '../../../../shared/run/what-follows.ts'
import { text } from '../../../../shared/text/index.ts'
import { focusOn } from '../../components/landmarks.ts'
import { Modal } from '../../components/modal.tsx'
import { PasswordWarning } from '../../components/password-warning.tsx'
import { toTheSecond } from '../../model/date-and-time.ts'
import { useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { EvidenceReport } from './evidence-report.tsx'
import { ResolutionChoice } from './resolution-choice.tsx'
import { decide, decideLater } from './unconfirmed-actions.ts'
import { useEvidence } from './use-evidence.ts'

const words = text.window.unconfirmed
const { confirm } = text.window.run

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  aside: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** The evidence about an unconfirmed submission, and the operator's decision. */
export function EvidenceDialog() {
  const isOpen = useView(({ dialog }) => dialog === 'evidence')
  const batch = useView(({ unconfirmed }) => unconfirmed)
  const run = useRun(({ state }) => state)
  const isUnconfirmed = batch !== undefined && run?.batches[batch]?.stage === 'unknown'
  return isOpen && isUnconfirmed ? <Deciding run={run} batch={batch} /> : null
}

function Deciding({ run, batch }: { readonly run: RunState; readonly batch: number }) {
  const styles = useStyles()
  const stores = useStores()
  const laterId = useId()
  const [evidence, look] = useEvidence(run.runId, batch)
  const [decision, setDecision] = useState<Decision>()
  const [understood, setUnderstood] = useState(false)
  const [deciding, setDeciding] = useState(false)
  const tenant = useSignedIn()?.tenant ?? run.tenant
  // Pressing Enter alone must not decide anything.
  useLayoutEffect(() => focusOn(laterId), [laterId])
  const { phones = [], region = '', submittingAt = '', since, failure } = run.batches[batch] ?? {}
  const answer = unrecognizedAnswer(run.batches[batch])
  const choices = choicesAfter(evidence.kind === 'known' ? evidence.candidates : undefined, {
    isAnswered: answer !== undefined,
  }).filter(({ decision: one }) => !isWatching(run) || one.kind === 'refused')
  const follows = decision && whatFollows(run, [{ batch, decision }], tenant)
  // The operator agreed to all that a watched run still submits when the run began.
  const resets = !isWatching(run) && (follows?.accounts ?? 0) > 0
  const later = (): void => decideLater(stores, deciding && !isWatching(run))
  const choose = (chosen: Decision | undefined): void => {
    setDecision(chosen)
    // It was given for another number of accounts.
    setUnderstood(false)
  }
  const goOn = async (): Promise<void> => {
    if (!decision || !follows) return
    setDeciding(true)
    await decide(stores, batch, decision, follows.confirmed)
    // Unless another dialog has been opened meanwhile.
    if (stores.view.getState().dialog === 'evidence') stores.view.setState({ dialog: undefined })
  }
  return (
    <Modal
      title={words.title(batch + 1)}
      onCancel={later}
      actions={
        <>
          <Button id={laterId} onClick={later}>
            {words.later}
          </Button>
          <Button
            appearance="primary"
            disabled={!decision || deciding || (resets && !understood)}
            icon={deciding ? <Spinner size="tiny" aria-hidden /> : null}
            onClick={goOn}
          >
            {deciding ? words.deciding : buttonName(decision, phones.length)}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {since === undefined
          ? words.submitted(phones.length, region, toTheSecond(submittingAt), answer !== undefined)
          : words.notSubmitted(phones.length, region, toTheSecond(since))}{' '}
        {since === undefined && failure && failureWords(failure)}
        {answer !== undefined && ` ${words.answered(statusOf(failure), failure?.said ?? '')}`}
      </p>
      <EvidenceReport
        evidence={evidence}
        look={() => {
          choose(undefined)
          look()
        }}
      />
      {isWatching(run) && <p className={styles.aside}>{words.onlyRefused}</p>}
      <ResolutionChoice
        choices={choices}
        phones={phones.length}
        isUnsent={since !== undefined}
        chosen={decision}
        onChoose={choose}
      />
      {follows && follows.others.phones > 0 && (
        <p className={styles.aside}>{words.othersToo(follows.others.phones, follows.others.batches)}</p>
      )}
      {follows && resets && (
        <>
          <PasswordWarning simulated={tenant.simulated} accounts={follows.accounts} />
          <Checkbox
            checked={understood}
            label={
              tenant.simulated
                ? confirm.understoodSimulated(follows.accounts)
                : confirm.understood(follows.accounts)
            }
            onChange={(_, { checked }) => setUnderstood(checked === true)}
          />
        </>
      )}
    </Modal>
  )
}

const statusOf = (failure: GatewayFailure | undefined): number =>
  failure?.kind === 'unexpected' ? failure.status : 0

function buttonName(decision: Decision | undefined, phones: number): string {
  const { decide } = words
  if (!decision) return decide.nothing
  return decision.kind === 'submit-again' ? decide[decision.kind](phones) : decide[decision.kind]
}
