import { Button, MenuItem, Tooltip } from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { ClipboardTextLtr20Regular } from '@fluentui/react-icons/svg/clipboard-text-ltr'
import { DocumentArrowDown20Regular } from '@fluentui/react-icons/svg/document-arrow-down'
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text'
import { Eye20Regular } from '@fluentui/react-icons/svg/eye'
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { SplitButton } from '../../components/split-button.tsx'
import { caughtFocus } from '../../components/use-caught-focus.ts'
import { leftOutWords, type Retry, retryOf } from '../../model/run/retry.ts'
import { failedPhones, unknownPhones } from '../../model/run/standing.ts'
import { waitsForDecision } from '../../model/run/waits-for-decision.ts'
import { useHistory, useRun, useStores } from '../../stores/stores-context.tsx'
import { useSelectedRows } from '../../stores/use-start.ts'
import { askForReport } from '../report/report-actions.ts'
import { askToRetry, copySummary, exportRun, stopWatching, watchAgain } from './run-actions.ts'

const words = text.window.run

/** The actions for the shown run. If its list is open, that list has the button to try phones again. */
export function RunButtons({ canRetry }: { readonly canRetry: boolean }) {
  return (
    <>
      <WatchButton />
      {canRetry && <RetryButton />}
      <ResultsMenu />
    </>
  )
}

/** One button in one place for both, so that it keeps the focus when it turns into the other. */
function WatchButton() {
  const stores = useStores()
  const watching = useRun(({ state }) => state?.watching)
  if (!watching || watching.kind === 'finished') return null
  const isStopped = watching.kind === 'stopped'
  // A decision comes first, where one is waited for: its button is the one that stands out.
  const isNext = isStopped && !waitsForDecision(watching)
  return (
    <Tooltip content={isStopped ? words.watchAgainHint : words.stopWatchingHint} relationship="description">
      <Button
        {...caughtFocus}
        appearance={isNext ? 'primary' : 'secondary'}
        icon={isStopped ? <Eye20Regular /> : <EyeOff20Regular />}
        onClick={() => (isStopped ? watchAgain(stores) : stopWatching(stores))}
      >
        {isStopped ? words.watchAgain : words.stopWatching}
      </Button>
    </Tooltip>
  )
}

/** Only where phones failed, and once nothing is under way. */
function RetryButton() {
  const isThere = useRun(({ state }) => !isWatching(state) && failedPhones(state) > 0)
  return isThere ? <RetryFailed /> : null
}

function RetryFailed() {
  const stores = useStores()
  const isFinished = useRun(({ state }) => state?.watching.kind === 'finished')
  const failed = useRun(({ state }) => failedPhones(state))
  const unknown = useRun(({ state }) => unknownPhones(state))
  const retry = useRetry()
  const selected = useSelectedRows().filter(({ status }) => status === 'failed')
  const isChosen = selected.length > 0
  const hint = retryHint(failed, unknown, retry)
  // Where all seem to be final since, a click looks whether that is still so. A run that is not finished is to go on first.
  return (
    <Tooltip content={hint} relationship="description">
      <Button
        appearance={isFinished ? 'primary' : 'secondary'}
        icon={<ArrowClockwise20Regular />}
        onClick={() => askToRetry(stores, isChosen ? new Set(selected.map(({ row }) => row)) : undefined)}
      >
        {isChosen ? text.window.table.select.retry(selected.length) : words.retryFailed}
      </Button>
    </Tooltip>
  )
}

/** Undefined while the run is under way, when nobody can try again yet. */
function useRetry(): Retry | undefined {
  const run = useRun(({ state }) => (isWatching(state) ? undefined : state))
  const runs = useHistory(({ disk }) => disk.value?.runs)
  return run && retryOf(run, runs)
}

function retryHint(failed: number, unknown: number, retry: Retry | undefined): string {
  const left = retry?.plan.phones.length ?? failed
  if (retry && left === 0) return `${words.retry.allLeftOut} ${leftOutWords(retry)}`
  const hint = words.retryFailedHint(left, unknown)
  return left === failed ? hint : `${hint} ${words.retry.someLeftOut(failed - left)}`
}

/** The results at one click, and what else can be made of the run. */
function ResultsMenu() {
  const stores = useStores()
  const runId = useRun(({ state }) => state?.runId)
  const selected = useSelectedRows().length
  return (
    <SplitButton
      icon={<ArrowDownload20Regular />}
      label={selected === 0 ? words.export : words.exportSelected(selected)}
      hint={words.exportHint}
      more={words.moreResults}
      onClick={() => exportRun(stores, 'results')}
    >
      <FailedItem />
      <MenuItem
        icon={<DocumentText20Regular />}
        title={words.reportHint}
        onClick={() => runId !== undefined && askForReport(stores, runId)}
      >
        {words.report}
      </MenuItem>
      <MenuItem
        icon={<ClipboardTextLtr20Regular />}
        title={words.copySummaryHint}
        onClick={() => copySummary(stores)}
      >
        {words.copySummary}
      </MenuItem>
    </SplitButton>
  )
}

/** The phones that failed, alone, where there are any. Asks for itself, so that the buttons are not drawn with each event. */
function FailedItem() {
  const stores = useStores()
  const hasFailed = useRun(({ state }) => failedPhones(state) > 0)
  if (!hasFailed) return null
  return (
    <MenuItem
      icon={<DocumentArrowDown20Regular />}
      title={words.exportFailedHint}
      onClick={() => exportRun(stores, 'failed')}
    >
      {words.exportFailed}
    </MenuItem>
  )
}
