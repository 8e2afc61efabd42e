import { Button, Tooltip } from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { ClipboardTextLtr20Regular } from '@fluentui/react-icons/svg/clipboard-text-ltr'
import { Eye20Regular } from '@fluentui/react-icons/svg/eye'
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { caughtFocus } from '../../components/use-caught-focus.ts'
import { useShortly } from '../../components/use-shortly.ts'
import { leftOutWords, type Retry, retryOf } from '../../model/run/retry.ts'
import { failedPhones, unknownPhones } from '../../model/run/standing.ts'
import { waitsForDecision } from '../../model/run/waits-for-decision.ts'
import { useHistory, useRun, useStores } from '../../stores/stores-context.tsx'
import { useSelectedRows } from '../../stores/use-start.ts'
import { askToRetry, copySummary, exportRun, stopWatching, watchAgain } from './run-actions.ts'

const { frame, run: words, phones } = text.window

/** What can be done with the shown run. Where its list is open, that one has the way to try phones again. */
export function RunButtons({ canRetry }: { readonly canRetry: boolean }) {
  return (
    <>
      <WatchButton />
      {canRetry && <RetryButton />}
      <ExportButtons />
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

function RetryButton() {
  const stores = useStores()
  const underWay = useRun(({ state }) => isWatching(state))
  const failed = useRun(({ state }) => failedPhones(state))
  const unknown = useRun(({ state }) => unknownPhones(state))
  const retry = useRetry()
  const selected = useSelectedRows().filter(({ status }) => status === 'failed')
  const isChosen = selected.length > 0
  const hint = underWay ? phones.why.underWay : retryHint(failed, unknown, retry)
  // Where all seem to be final since, a click looks whether that is still so.
  return (
    <Tooltip content={hint} relationship="description">
      <Button
        icon={<ArrowClockwise20Regular />}
        disabledFocusable={underWay || failed === 0}
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
  if (failed === 0)
    return unknown > 0 ? `${words.noFailed} ${words.unknownNotRetried(unknown)}` : words.noFailed
  const left = retry?.plan.phones.length ?? failed
  if (retry && left === 0) return `${words.retry.allLeftOut} ${leftOutWords(retry)}`
  const hint = words.retryFailedHint(left, unknown)
  return left === failed ? hint : `${hint} ${words.retry.someLeftOut(failed - left)}`
}

function ExportButtons() {
  const stores = useStores()
  const hasFailed = useRun(({ state }) => failedPhones(state) > 0)
  const selected = useSelectedRows().length
  return (
    <>
      <Tooltip content={words.exportHint} relationship="description">
        <Button icon={<ArrowDownload20Regular />} onClick={() => exportRun(stores, 'results')}>
          {selected === 0 ? words.export : words.exportSelected(selected)}
        </Button>
      </Tooltip>
      <Tooltip content={hasFailed ? words.exportFailedHint : words.noFailed} relationship="description">
        <Button disabledFocusable={!hasFailed} onClick={() => exportRun(stores, 'failed')}>
          {words.exportFailed}
        </Button>
      </Tooltip>
      <SummaryButton />
    </>
  )
}

/** Copies how the run went as text for a ticket; for a moment it says that it did. */
function SummaryButton() {
  const stores = useStores()
  const [copied, setCopied] = useShortly()
  return (
    <Tooltip content={copied ? frame.copied : words.copySummaryHint} relationship="description">
      <Button
        aria-label={words.copySummary}
        icon={copied ? <Checkmark20Regular /> : <ClipboardTextLtr20Regular />}
        onClick={async () => setCopied(await copySummary(stores))}
      />
    </Tooltip>
  )
}
