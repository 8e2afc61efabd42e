import { makeStyles, tokens } from '@fluentui/react-components'
import { memo, useState } from 'react'
import { failureWords } from '../../../../shared/gateway/failure-words.ts'
import { isFinal } from '../../../../shared/run/counts.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { lookByHand } from '../../../../shared/run/powershell.ts'
import type { BatchState, RunState } from '../../../../shared/run/run-state.ts'
import { endWords, postponedWords } from '../../../../shared/run/why-words.ts'
import { text } from '../../../../shared/text/index.ts'
import { count } from '../../../../shared/text/plural.ts'
import { RowCell, RowGrid, type RowGridColumn } from '../../components/row-grid.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'
import { useNow } from '../../components/use-now.ts'
import { memoizeLast } from '../../model/memoize-last.ts'
import type { RowFocus } from '../../model/row-focus.ts'
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

/** Where the panel is too narrow for all columns beside each other. */
const narrowPanel = '@container (max-width: 667px)'

const columns = (): readonly RowGridColumn[] => [
  { label: words.columns.batch, track: '64px', end: true },
  { label: words.columns.region, track: '76px' },
  { label: words.columns.phones, track: '104px', end: true },
  { label: words.columns.stage, track: '104px' },
  // Not as a part of the width of the panel: each row would be styled anew with each event of a run.
  { label: words.columns.details, track: 'minmax(0, 1fr)' },
]

const useStyles = makeStyles({
  // Beside the table there is no room for all columns: the ID and the details come below.
  last: { [narrowPanel]: { gridColumn: '2 / -1' } },
  details: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '24px',
    userSelect: 'text',
  },
  id: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  detail: { color: tokens.colorNeutralForeground2 },
  exact: { ...exactText, fontSize: tokens.fontSizeBase200, overflowWrap: 'normal' },
})

/** The batches of the run: where each stands, and the ID to look it up by. Only those in sight are in the document. */
export function BatchTable() {
  const data = useRun((all) => all)
  const quiet = quietBatches(data, useNow(isWatching(data.state)))
  const [rowFocus, setRowFocus] = useState<RowFocus>()
  const run = data.state
  if (!run) return null
  const isHeld = holdIn(run) !== undefined
  return (
    <RowGrid
      id="batches-of-run"
      name={text.window.table.panel.batches}
      keys={words.keys}
      columns={columns()}
      minWidth="0"
      rowHeight={35}
      ids={idsOf(run.batches.length)}
      rowFocus={rowFocus}
      onRowFocus={setRowFocus}
      row={(index, tabIndex) => {
        const batch = run.batches[index]
        return (
          batch && (
            <BatchRow
              number={index + 1}
              batch={batch}
              done={doneIn(run, batch)}
              isStopped={run.watching.kind === 'stopped'}
              isHeld={isHeld}
              quiet={quiet.find((one) => one.batch === index)}
              tabIndex={tabIndex}
            />
          )
        )
      }}
    />
  )
}

/** A batch is named by its place in the run. */
const idsOf = memoizeLast((batches: number): readonly string[] =>
  Array.from({ length: batches }, (_, index) => String(index)),
)

/** Drawn again only when something of it changed: an event is about one of them. */
const BatchRow = memo(function BatchRow(props: {
  readonly number: number
  readonly batch: BatchState
  readonly done: number
  /** Nobody watches, and the run is not finished. */
  readonly isStopped: boolean
  /** No further batch is submitted until the operator says so. */
  readonly isHeld: boolean
  readonly quiet: QuietBatch | undefined
  readonly tabIndex: 0 | -1
}) {
  const { number, batch, done, isStopped, isHeld, quiet, tabIndex } = props
  const styles = useStyles()
  const toneStyles = useToneStyles()
  const { region, phones, batchId } = batch
  const stage = isLeftUnknown(batch) ? 'unknown' : batch.stage
  return (
    <>
      <RowCell end>{number}</RowCell>
      <RowCell>{region}</RowCell>
      {/* None of them is done. */}
      <RowCell end>
        {stage === 'not sent' ? count(phones.length) : words.progress(done, phones.length)}
      </RowCell>
      <RowCell className={toneStyles[tones[stage]]}>{words.stage[stage]}</RowCell>
      <RowCell className={styles.last}>
        <div className={styles.details}>
          {batchId !== undefined && (
            <span className={styles.id}>
              <code className={styles.exact}>{batchId}</code>
              <CopyButton
                content={batchId}
                label={words.copyBatchId(number)}
                what={words.batchId}
                tabIndex={tabIndex}
              />
            </span>
          )}
          <span className={styles.detail}>{detailOf(batch, { isStopped, isHeld, quiet })}</span>
          {quiet && (
            <CopyButton
              content={lookByHand(quiet.batchId)}
              label={strip.copyCommandHint(number)}
              what={strip.command}
              tabIndex={tabIndex}
            >
              {strip.copyCommand}
            </CopyButton>
          )}
          {isStopped && batch.stage === 'unknown' && (
            <EvidenceButton batch={number - 1} tabIndex={tabIndex} />
          )}
        </div>
      </RowCell>
    </>
  )
})

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
    stage === 'unknown' && since !== undefined && !failure && text.run.inOtherBatches(suspects.length),
    nextTryAt !== undefined && !isStopped && strip.nextTry(timeOfDay(nextTryAt)),
    why?.correlationId !== undefined && words.correlation(why.correlationId),
    isUnsent && (isHeld ? words.held : isStopped ? words.queuedStopped : stage === 'queued' && words.queued),
    stage === 'not sent' && words.notSent,
    quiet && words.quiet(quiet.minutes),
    stage === 'finished' && (isLeftUnknown(batch) ? words.leftUnknown : endWords(batch)),
  ]
  return parts.filter(Boolean).join(' ')
}
