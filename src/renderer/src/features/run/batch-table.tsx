import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { failureWords } from '../../../../shared/gateway/failure-words.ts'
import { isFinal } from '../../../../shared/run/counts.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { lookByHand } from '../../../../shared/run/powershell.ts'
import type { BatchState, RunState } from '../../../../shared/run/run-state.ts'
import { endWords, postponedWords } from '../../../../shared/run/why-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'
import { useNow } from '../../components/use-now.ts'
import { holdIn } from '../../model/run/hold.ts'
import { type QuietBatch, quietBatches } from '../../model/run/quiet-batches.ts'
import { timeOfDay } from '../../model/time-of-day.ts'
import type { Tone } from '../../model/tone.ts'
import { useRun } from '../../stores/stores-context.tsx'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { EvidenceButton } from '../unconfirmed/evidence-button.tsx'

const { batches: words, strip } = text.window.run

const tones: Record<BatchState['stage'], Tone> = {
  queued: 'quiet',
  submitting: 'moving',
  waiting: 'careful',
  open: 'moving',
  unknown: 'careful',
  refused: 'bad',
  finished: 'good',
  'not sent': 'careful',
}

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    position: 'sticky',
    top: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'baseline',
    whiteSpace: 'nowrap',
    userSelect: 'text',
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  last: { width: '100%', whiteSpace: 'normal' },
  details: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '24px',
  },
  id: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  detail: { color: tokens.colorNeutralForeground2 },
  exact: { ...exactText, fontSize: tokens.fontSizeBase200, overflowWrap: 'normal' },
})

/** The batches of the run: where each stands, and the ID to look it up by. */
export function BatchTable() {
  const styles = useStyles()
  const data = useRun((all) => all)
  const quiet = quietBatches(data, useNow(isWatching(data.state)))
  const run = data.state
  if (!run) return null
  const { batch, region, phones, stage, batchId } = words.columns
  return (
    <ScrollArea name={text.window.table.panel.batches}>
      <table className={styles.table}>
        <thead>
          <tr>
            {[batch, region, phones, stage, batchId].map((name) => (
              <th
                key={name}
                scope="col"
                className={mergeClasses(styles.head, (name === batch || name === phones) && styles.number)}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.batches.map((one, index) => (
            <BatchRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a batch is named by its place in the run
              key={index}
              number={index + 1}
              batch={one}
              done={doneIn(run, one)}
              isStopped={run.watching.kind === 'stopped'}
              isHeld={holdIn(run) !== undefined}
              quiet={quiet.find(({ batch }) => batch === index)}
            />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function BatchRow(props: {
  readonly number: number
  readonly batch: BatchState
  readonly done: number
  /** Nobody watches, and the run is not finished. */
  readonly isStopped: boolean
  /** No further batch is submitted until the operator says so. */
  readonly isHeld: boolean
  readonly quiet: QuietBatch | undefined
}) {
  const { number, batch, done, isStopped, isHeld, quiet } = props
  const styles = useStyles()
  const toneStyles = useToneStyles()
  const { region, phones, batchId } = batch
  const stage = isLeftUnknown(batch) ? 'unknown' : batch.stage
  return (
    <tr>
      <td className={mergeClasses(styles.cell, styles.number)}>{number}</td>
      <td className={styles.cell}>{region}</td>
      <td className={mergeClasses(styles.cell, styles.number)}>{words.progress(done, phones.length)}</td>
      <td className={mergeClasses(styles.cell, toneStyles[tones[stage]])}>{words.stage[stage]}</td>
      <td className={mergeClasses(styles.cell, styles.last)}>
        <div className={styles.details}>
          {batchId !== undefined && (
            <span className={styles.id}>
              <code className={styles.exact}>{batchId}</code>
              <CopyButton content={batchId} label={words.copyBatchId(number)} what={words.batchId} />
            </span>
          )}
          <span className={styles.detail}>{detailOf(batch, { isStopped, isHeld, quiet })}</span>
          {quiet && (
            <CopyButton
              content={lookByHand(quiet.batchId)}
              label={strip.copyCommandHint(number)}
              what={strip.command}
            >
              {strip.copyCommand}
            </CopyButton>
          )}
          {isStopped && batch.stage === 'unknown' && <EvidenceButton batch={number - 1} />}
        </div>
      </td>
    </tr>
  )
}

/** Nobody ever knew of a batch of the service: the run went on without it. */
const isLeftUnknown = ({ stage, batchId }: BatchState): boolean =>
  stage === 'finished' && batchId === undefined

const doneIn = (run: RunState, { phones }: BatchState): number =>
  phones.filter((index) => {
    const phone = run.phones[index]
    return phone !== undefined && isFinal(run, phone)
  }).length

/** Why a batch waits, stands still or ended otherwise than it should; else what the service called its end. */
function detailOf(
  batch: BatchState,
  {
    isStopped,
    isHeld,
    quiet,
  }: { readonly isStopped: boolean; readonly isHeld: boolean; readonly quiet: QuietBatch | undefined },
): string {
  const { stage, failure, interruption, nextTryAt, postponed, since, suspects = [] } = batch
  const why = interruption ?? failure
  const isUnsent = stage === 'queued' || stage === 'waiting'
  const parts = [
    interruption && !isStopped && `${isUnsent ? words.notSubmittedYet : words.interrupted}:`,
    stage === 'unknown' && since === undefined && words.unknown,
    postponed && postponedWords(postponed),
    why && failureWords(why),
    stage === 'unknown' && since !== undefined && text.run.inOtherBatches(suspects.length),
    nextTryAt !== undefined && !isStopped && strip.nextTry(timeOfDay(nextTryAt)),
    why?.correlationId !== undefined && words.correlation(why.correlationId),
    isUnsent && (isHeld ? words.held : isStopped ? words.queuedStopped : stage === 'queued' && words.queued),
    stage === 'not sent' && words.notSent,
    quiet && words.quiet(quiet.minutes),
    stage === 'finished' && (isLeftUnknown(batch) ? words.leftUnknown : endWords(batch)),
  ]
  return parts.filter(Boolean).join(' ')
}
