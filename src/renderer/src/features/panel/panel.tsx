import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up'
import { type ReactNode, useId } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { Tabs, tabId, tabpanelId } from '../../components/tabs.tsx'
import { failedPhones } from '../../model/run/standing.ts'
import { checkedList } from '../../stores/list-store.ts'
import { useList, useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useIsListShown } from '../../stores/use-rows.ts'
import type { PanelTab } from '../../stores/view-store.ts'
import { framed } from '../../theme/page-layout.ts'
import { ActivityLog } from '../activity/activity-log.tsx'
import { ReadinessTab } from '../readiness/readiness-tab.tsx'
import { BatchTable } from '../run/batch-table.tsx'
import { FailureList } from '../run/failure-list.tsx'
import { Details } from './details.tsx'
import { IssueList } from './issue-list.tsx'

const words = text.window.table.panel

const tabsOf = {
  list: ['details', 'issues', 'readiness'],
  run: ['details', 'failures', 'batches', 'activity'],
  both: ['details', 'issues', 'readiness', 'failures', 'batches', 'activity'],
} satisfies Record<string, readonly PanelTab[]>

const contents: Record<PanelTab, () => ReactNode> = {
  details: Details,
  issues: IssueList,
  readiness: ReadinessTab,
  failures: FailureList,
  batches: BatchTable,
  activity: ActivityLog,
}

const useStyles = makeStyles({
  panel: {
    ...framed,
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
  },
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingRight: tokens.spacingHorizontalXS,
  },
  content: {
    height: 'clamp(132px, 23vh, 300px)',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
  },
})

/** Under the table, at a height of its own: whatever it shows, the table does not move. */
export function Panel() {
  const styles = useStyles()
  const stores = useStores()
  const id = useId()
  const shown = useView((view) => view.shown)
  const { open, tab: wanted } = useView((view) => view.panel)
  const isListShown = useIsListShown()
  const tabs: readonly PanelTab[] = tabsOf[shown === 'run' && isListShown ? 'both' : shown]
  const tab = tabs.includes(wanted) ? wanted : 'details'
  const Content = contents[tab]
  const labels = useTabLabels()
  return (
    <section className={styles.panel} aria-label={words.name} {...landmark}>
      <div className={styles.bar}>
        <Tabs
          id={id}
          name={words.name}
          tabs={tabs.map((value) => ({ value, label: labels[value] }))}
          selected={open ? tab : undefined}
          onSelect={(value) => stores.view.setState({ panel: { open: true, tab: value } })}
        />
        <Tooltip content={open ? words.collapse : words.expand} relationship="label">
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={open}
            icon={open ? <ChevronDown20Regular /> : <ChevronUp20Regular />}
            onClick={() => stores.view.setState({ panel: { open: !open, tab } })}
          />
        </Tooltip>
      </div>
      {open && (
        <div id={tabpanelId(id)} className={styles.content} role="tabpanel" aria-labelledby={tabId(id, tab)}>
          <Content />
        </div>
      )}
    </section>
  )
}

/** The name of each tab, with how many are in it where that can be counted. */
function useTabLabels(): Readonly<Record<PanelTab, string>> {
  const issues = useList((data) => checkedList(data)?.issues.length ?? 0)
  const batches = useRun(({ state }) => state?.batches.length ?? 0)
  const failed = useRun(({ state }) => failedPhones(state))
  return {
    details: words.details,
    activity: words.activity,
    issues: words.counted(words.issues, issues),
    readiness: text.window.readiness.tab,
    failures: words.counted(words.failures, failed),
    batches: words.counted(words.batches, batches),
  }
}
