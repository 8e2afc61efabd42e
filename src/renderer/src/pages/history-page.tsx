import { Button, makeStyles, Spinner, Tooltip, tokens } from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { useEffect } from 'react'
import { text } from '../../../shared/text/index.ts'
import { landmark } from '../components/landmarks.ts'
import { Tabs, tabId, tabpanelId } from '../components/tabs.tsx'
import { BatchHistoryTab } from '../features/history/batch-history-tab.tsx'
import { RunsTab } from '../features/history/runs-tab.tsx'
import { loadBatchHistory } from '../stores/load-history.ts'
import { loadRuns } from '../stores/load-runs.ts'
import { useHistory, useStores } from '../stores/stores-context.tsx'
import { useSignedIn } from '../stores/use-signed-in.ts'
import { pageTitle, tablePage } from '../theme/page-layout.ts'

const words = text.window.history
const tabsId = 'history'

const useStyles = makeStyles({
  page: {
    ...tablePage,
    // The title stands in it, to be seen.
    paddingTop: tokens.spacingVerticalM,
  },
  head: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  title: pageTitle,
  tabs: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  content: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
})

/** Earlier work: the runs of this computer, and every batch that the service remembers. */
export function HistoryPage() {
  const styles = useStyles()
  const stores = useStores()
  const tab = useHistory((data) => data.tab)
  const labels = useTabLabels()
  useLoading()
  return (
    <div className={styles.page}>
      <div className={styles.head} {...landmark}>
        <h1 className={styles.title}>{words.title}</h1>
        <RefreshButton />
      </div>
      <div className={styles.tabs} {...landmark}>
        <Tabs
          id={tabsId}
          name={words.tabs.name}
          tabs={(['runs', 'batches'] as const).map((value) => ({ value, label: labels[value] }))}
          selected={tab}
          onSelect={(chosen) => stores.history.setState({ tab: chosen })}
        />
      </div>
      <div
        id={tabpanelId(tabsId)}
        className={styles.content}
        role="tabpanel"
        aria-labelledby={tabId(tabsId, tab)}
      >
        {tab === 'runs' ? <RunsTab /> : <BatchHistoryTab />}
      </div>
    </div>
  )
}

/** Reads again when the page is opened, and in another tenant. What a run changes is read when it does. */
function useLoading(): void {
  const stores = useStores()
  const tenantId = useSignedIn()?.tenant.id
  useEffect(() => void loadRuns(stores), [stores])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it waits for
  useEffect(() => void loadBatchHistory(stores), [stores, tenantId])
}

/** The name of each tab, with how many are in it once that is known. */
function useTabLabels(): Readonly<Record<'runs' | 'batches', string>> {
  const runs = useHistory(({ disk }) => disk.value && disk.value.runs.length + disk.value.unreadable.length)
  const batches = useHistory(({ batches }) => batches.value?.length)
  const label = (name: string, number: number | undefined): string =>
    number === undefined ? name : words.tabs.counted(name, number)
  return { runs: label(words.tabs.runs, runs), batches: label(words.tabs.batches, batches) }
}

function RefreshButton() {
  const stores = useStores()
  const loading = useHistory(({ disk, batches }) => disk.loading || batches.loading)
  return (
    <Tooltip content={words.refreshHint} relationship="description">
      <Button
        icon={loading ? <Spinner size="tiny" aria-hidden /> : <ArrowClockwise20Regular />}
        onClick={() => {
          if (loading) return
          void loadRuns(stores)
          void loadBatchHistory(stores)
        }}
      >
        {words.refresh}
      </Button>
    </Tooltip>
  )
}
