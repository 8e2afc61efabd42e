import type { ReactNode } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { failedPhones } from '../../model/run/standing.ts'
import { checkedList } from '../../stores/list-check.ts'
import type { ListData } from '../../stores/list-store.ts'
import type { RunData } from '../../stores/run-store.ts'
import type { PanelTab } from '../../stores/view-store.ts'
import { ActivityLog } from '../activity/activity-log.tsx'
import { ReadinessTab } from '../readiness/readiness-tab.tsx'
import { BatchTable } from '../run/batch-table.tsx'
import { FailureList } from '../run/failure-list.tsx'
import { Details } from './details.tsx'
import { IssueList } from './issue-list.tsx'

/** A tab of the panel. */
type PanelPart = {
  readonly name: string
  /** What it needs: the open list, or a run. Where both are shown, all tabs are there. */
  readonly of: 'list' | 'run' | 'any'
  /** How many are in it, where that can be counted. */
  readonly count?: (data: { readonly list: ListData; readonly run: RunData }) => number
  readonly Content: () => ReactNode
}

const words = text.window.table.panel

/** The tabs, from left to right. A further one is one more entry here, and its name in `PanelTab`. */
export const panelTabs: Readonly<Record<PanelTab, PanelPart>> = {
  details: {
    get name() {
      return words.details
    },
    of: 'any',
    Content: Details,
  },
  issues: {
    get name() {
      return words.issues
    },
    of: 'list',
    count: ({ list }) => checkedList(list)?.issues.length ?? 0,
    Content: IssueList,
  },
  readiness: {
    get name() {
      return text.window.readiness.tab
    },
    of: 'list',
    Content: ReadinessTab,
  },
  failures: {
    get name() {
      return words.failures
    },
    of: 'run',
    count: ({ run }) => failedPhones(run.state),
    Content: FailureList,
  },
  batches: {
    get name() {
      return words.batches
    },
    of: 'run',
    count: ({ run }) => run.state?.batches.length ?? 0,
    Content: BatchTable,
  },
  activity: {
    get name() {
      return words.activity
    },
    of: 'run',
    Content: ActivityLog,
  },
}
