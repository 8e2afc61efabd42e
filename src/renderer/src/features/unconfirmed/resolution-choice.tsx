import { makeStyles, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { adoptMeans, candidateFacts } from '../../../../shared/run/candidate-facts.ts'
import type { Choice } from '../../../../shared/run/choices.ts'
import type { Candidate, Decision } from '../../../../shared/run/evidence.ts'
import { text } from '../../../../shared/text/index.ts'
import { toTheSecond } from '../../model/date-and-time.ts'

const words = text.window.unconfirmed

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.body1Strong },
  choice: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  facts: { color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  careful: { ...typographyStyles.caption1, color: tokens.colorStatusWarningForeground1 },
})

/** What the operator makes of the evidence: nothing is chosen beforehand. `phones`: of the unconfirmed submission. */
export function ResolutionChoice(props: {
  readonly choices: readonly Choice[]
  readonly phones: number
  /** The run has not submitted the batch itself. */
  readonly isUnsent: boolean
  readonly chosen: Decision | undefined
  readonly onChoose: (decision: Decision | undefined) => void
}) {
  const { choices, phones, isUnsent, chosen, onChoose } = props
  const styles = useStyles()
  return (
    <div className={styles.group}>
      <span className={styles.title} aria-hidden>
        {words.choices}
      </span>
      <RadioGroup
        aria-label={words.choices}
        value={chosen ? keyOf(chosen) : ''}
        onChange={(_, { value }) =>
          onChoose(choices.find(({ decision }) => keyOf(decision) === value)?.decision)
        }
      >
        {choices.map((choice) => (
          <Radio
            key={keyOf(choice.decision)}
            value={keyOf(choice.decision)}
            label={<ChoiceLabel choice={choice} phones={phones} isUnsent={isUnsent} />}
          />
        ))}
      </RadioGroup>
    </div>
  )
}

const keyOf = (decision: Decision): string =>
  decision.kind === 'adopt' ? `adopt ${decision.batchId}` : decision.kind

const titles = {
  adopt: ['', ''],
  get refused() {
    return [words.refused, words.refusedMeans] as const
  },
  get 'submit-again'() {
    return [words.submitAgain, words.submitAgainMeans] as const
  },
  get leave() {
    return [words.leave, words.leaveMeans] as const
  },
} as const

function ChoiceLabel(props: {
  readonly choice: Choice
  readonly phones: number
  readonly isUnsent: boolean
}): ReactNode {
  const { choice, phones, isUnsent } = props
  const styles = useStyles()
  const { decision, candidate } = choice
  if (candidate) return <CandidateLabel candidate={candidate} phones={phones} />
  const [title, means] =
    isUnsent && decision.kind === 'submit-again'
      ? [words.submitAnyway, words.submitAnywayMeans]
      : titles[decision.kind]
  return (
    <>
      <div className={styles.choice}>{title}</div>
      <div className={styles.aside}>{means}</div>
    </>
  )
}

function CandidateLabel(props: { readonly candidate: Candidate; readonly phones: number }) {
  const { candidate, phones } = props
  const styles = useStyles()
  const { batchId, isExact, isEarlier } = candidate
  return (
    <>
      <div className={styles.choice}>{words.adopt(batchId)}</div>
      <div className={styles.facts}>{words.facts(candidateFacts(candidate, phones, toTheSecond))}</div>
      {isEarlier && <div className={styles.careful}>{words.earlier}</div>}
      <div className={isExact ? styles.aside : styles.careful}>{adoptMeans(candidate)}</div>
    </>
  )
}
