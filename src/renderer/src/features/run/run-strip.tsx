import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { timeLeft } from '../../../../shared/run/time-left.ts'
import { duration } from '../../../../shared/text/duration.ts'
import { text } from '../../../../shared/text/index.ts'
import { roughly } from '../../../../shared/text/roughly.ts'
import { StatusIcon, useToneStyles } from '../../components/status-mark.tsx'
import { StripHelp } from '../../components/strip-help.tsx'
import { useNow } from '../../components/use-now.ts'
import type { RowStatus } from '../../model/phones/row.ts'
import { elapsed } from '../../model/run/standing.ts'
import { type StripWords, stripWords } from '../../model/run/strip-words.ts'
import type { Tone } from '../../model/tone.ts'
import { useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useSignedIn, useUnderWay } from '../../stores/use-signed-in.ts'
import { framed } from '../../theme/page-layout.ts'
import { showPanel } from '../grid/grid-actions.ts'
import { signInAgain } from '../session/session-actions.ts'
import { AnswerHoldHelp } from '../unconfirmed/answer-hold-help.tsx'
import { UnconfirmedHelp } from '../unconfirmed/unconfirmed-help.tsx'
import { FailuresHoldHelp } from './failures-hold-help.tsx'
import { LookNowButton } from './look-now-button.tsx'
import { OtherWayHelp } from './other-way-help.tsx'
import { QuietHelp } from './quiet-help.tsx'
import { RunBar } from './run-bar.tsx'

const { strip } = text.window.run

const looks: Record<StripWords['kind'], { tone: Tone; mark: RowStatus }> = {
  running: { tone: 'moving', mark: 'signing in' },
  interrupted: { tone: 'careful', mark: 'warning' },
  stopped: { tone: 'careful', mark: 'warning' },
  well: { tone: 'good', mark: 'signed in' },
  partly: { tone: 'careful', mark: 'warning' },
  failed: { tone: 'bad', mark: 'error' },
}

const useStyles = makeStyles({
  strip: {
    ...framed,
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  head: {
    // As high with buttons as without: the table below does not move when a run ends.
    minHeight: '24px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  icon: { display: 'inline-flex' },
  title: { ...typographyStyles.body1Strong, fontVariantNumeric: 'tabular-nums' },
  list: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  time: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  lines: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
})

/** How the run stands: in a sentence, a bar, the time it takes, and region by region. */
export function RunStrip() {
  const styles = useStyles()
  const tones = useToneStyles()
  const state = useRun((data) => data.state)
  if (!state) return null
  const { kind, title, lines } = stripWords(state)
  const { tone, mark } = looks[kind]
  const isDenied = state.watching.kind === 'stopped' && state.watching.reason === 'denied'
  return (
    <section className={styles.strip} aria-label={strip.name}>
      <div className={styles.head}>
        <span className={mergeClasses(styles.icon, tones[tone])}>
          <StatusIcon status={mark} />
        </span>
        <span className={mergeClasses(styles.title, tones[tone])}>{title}</span>
        <span className={styles.list}>{state.listName}</span>
        {kind === 'failed' && <FailureButtons />}
        {kind === 'interrupted' && <LookNowButton />}
        <Elapsed />
      </div>
      <RunBar state={state} />
      <div className={styles.lines}>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </div>
      {isDenied && <DeniedHelp />}
      <OtherWayHelp />
      <UnconfirmedHelp />
      <AnswerHoldHelp />
      <FailuresHoldHelp />
      <QuietHelp />
    </section>
  )
}

function Elapsed() {
  const styles = useStyles()
  const state = useRun((data) => data.state)
  const now = useNow(isWatching(state))
  if (!state) return null
  const left = timeLeft(state, now)
  return (
    <span className={styles.time}>
      {left !== undefined && (
        <>
          <span title={strip.timeLeftHint}>{strip.timeLeft(roughly(left))}</span>
          {' · '}
        </>
      )}
      {strip.elapsed} {duration(elapsed(state, now))}
    </span>
  )
}

function FailureButtons() {
  const stores = useStores()
  const isFirst = useView(({ sort }) => sort?.column === 'status')
  return (
    <>
      <Button
        size="small"
        onClick={() =>
          stores.view.setState({ sort: isFirst ? undefined : { column: 'status', descending: false } })
        }
      >
        {isFirst ? strip.fileOrder : strip.failedFirst}
      </Button>
      <Button size="small" onClick={() => showPanel(stores, 'failures')}>
        {strip.why}
      </Button>
    </>
  )
}

/** The roles that the service wants (Microsoft, "Configure SIP Gateway"), and the way to get one to count. */
function DeniedHelp() {
  const stores = useStores()
  const operator = useRun(({ state }) => state?.operator.username ?? '')
  const canSignIn = useSignedIn()?.accountId !== undefined
  const isIdle = useUnderWay() === undefined
  return (
    <StripHelp
      words={
        <>
          {strip.denied.lead(operator)} <strong>{strip.denied.teams}</strong> {strip.denied.and}{' '}
          <strong>{strip.denied.recommended}</strong> {strip.denied.others} {strip.denied.activated}
        </>
      }
    >
      {canSignIn && (
        <Button size="small" disabledFocusable={!isIdle} onClick={() => signInAgain(stores)}>
          {strip.denied.signInAgain}
        </Button>
      )}
    </StripHelp>
  )
}
