import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { useState } from 'react'
import type { ClaimedPart, NearPart } from '../../../../shared/run/unclaimed.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact } from '../../components/facts.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'
import { dateAndTime } from '../../model/date-and-time.ts'
import { runName } from '../../model/run/run-name.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'
import { loadRuns } from '../../stores/load-runs.ts'
import { useStores } from '../../stores/stores-context.tsx'

const { claimed: words, near: nearWords } = text.window.run.confirm

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalXS,
  },
  note: { ...typographyStyles.caption1, flexBasis: '100%', color: tokens.colorNeutralForeground2 },
  near: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  // As high as a line of the words beside it.
  icon: { display: 'inline-flex', alignItems: 'center', flexShrink: 0, height: tokens.lineHeightBase300 },
})

/** The phones that other runs have, run by run, and what can be done to have them; and those that look like such. */
export function ClaimedFacts(props: {
  readonly claimed: readonly ClaimedPart[]
  readonly near: readonly NearPart[]
}) {
  const { claimed, near } = props
  return (
    <>
      {claimed.length > 0 && (
        <Fact name={words.name}>
          {words.lead(claimed.reduce((sum, { phones }) => sum + phones, 0))}
          {claimed.map((part) => (
            <Claimed key={part.run.runId} part={part} />
          ))}
        </Fact>
      )}
      {near.length > 0 && (
        <Fact name={nearWords.name}>
          {near.map((part) => (
            <Near key={part.run.runId} part={part} />
          ))}
        </Fact>
      )}
    </>
  )
}

function Claimed({ part: { run, claims } }: { readonly part: ClaimedPart }) {
  const styles = useStyles()
  const stores = useStores()
  const [releasing, setReleasing] = useState(false)
  const { runId, listName, startedAt, watching, toSubmit, isReadOnly } = run
  const canRelease = claims.waiting > 0 && watching.kind === 'stopped' && !isReadOnly
  const release = async (): Promise<void> => {
    setReleasing(true)
    await releaseQueued(stores, runId, toSubmit.phones)
    setReleasing(false)
  }
  return (
    <div className={styles.part}>
      <span>{words.line(listName, dateAndTime(startedAt), claims)}</span>
      <Link inline aria-label={words.showRun(runName(run))} onClick={() => showInHistory(stores, runId)}>
        {words.show}
      </Link>
      {canRelease && (
        <Tooltip content={words.releaseHint(toSubmit.phones)} relationship="description">
          <Button size="small" disabledFocusable={releasing} onClick={release}>
            {words.release(toSubmit.phones)}
          </Button>
        </Tooltip>
      )}
      {isReadOnly && <span className={styles.note}>{words.isReadOnly}</span>}
    </div>
  )
}

function Near({ part: { run, device, account } }: { readonly part: NearPart }) {
  const styles = useStyles()
  const tones = useToneStyles()
  return (
    <div className={styles.near}>
      <span className={mergeClasses(styles.icon, tones.careful)} aria-hidden>
        <Warning16Filled />
      </span>
      {nearWords.line(device, account, run.listName, dateAndTime(run.startedAt))}
    </div>
  )
}

/** Releases the phones that a stopped run has yet to submit (`phones`), so another run can have them. */
async function releaseQueued(stores: AppStores, runId: string, phones: number): Promise<void> {
  const answer = await ask(stores, 'run', 'run:discard-queued', { runId })
  await loadRuns(stores)
  if (answer.ok) announce(stores.live, words.released(phones))
}

/** Leaves the question and shows the run among those of this computer. */
function showInHistory(stores: AppStores, runId: string): void {
  stores.history.setState({ tab: 'runs', run: { id: runId, focus: true } })
  stores.view.setState({ dialog: undefined, page: 'history' })
}
