import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { History48Regular } from '@fluentui/react-icons/svg/history'
import { isUnfinished } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { RowGrid, type RowGridColumn } from '../../components/row-grid.tsx'
import { Trouble } from '../../components/trouble.tsx'
import { withShown } from '../../model/history/joined.ts'
import { whyNot } from '../../model/history/run-standing.ts'
import { loadRuns } from '../../stores/load-runs.ts'
import { useHistory, useRun, useStores } from '../../stores/stores-context.tsx'
import { tableFrame } from '../../theme/page-layout.ts'
import { openRun } from '../run/open-run.ts'
import { askToDelete } from './history-actions.ts'
import { Loading } from './loading.tsx'
import { NothingHere } from './nothing-here.tsx'
import { RunRow } from './run-row.tsx'
import { UnreadableRow } from './unreadable-row.tsx'

const { runs: words } = text.window.history

export const runsGridId = 'history-runs'

const columns = (): readonly RowGridColumn[] => [
  { label: words.columns.list, track: 'minmax(168px, 1.2fr)' },
  { label: words.columns.tenant, track: 'minmax(152px, 1.2fr)' },
  { label: words.columns.phones, track: 'minmax(214px, 1.7fr)' },
  { label: words.columns.state, track: 'minmax(140px, 0.8fr)' },
  { label: words.columns.actions, track: '170px', hidden: true },
]

const useStyles = makeStyles({
  lead: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  frame: tableFrame,
})

/** The runs of this disk, unfinished ones first, then those that cannot be read. */
export function RunsTab() {
  const styles = useStyles()
  const stores = useStores()
  const { value, failure, loading } = useHistory(({ disk }) => disk)
  const rowFocus = useHistory(({ run }) => run)
  const shown = useRun(({ state }) => state)
  const runs = withShown(value?.runs ?? [], shown)
  const unreadable = value?.unreadable ?? []
  const trouble = failure && <Trouble failure={failure} retry={() => loadRuns(stores)} />
  if (!value) return trouble ?? (loading ? <Loading label={words.loading} /> : null)
  if (runs.length + unreadable.length === 0) return trouble ?? <NoRuns />

  const onKey = (id: string, key: string): boolean => {
    const run = runs.find(({ runId }) => runId === id)
    const why = run && whyNot(run, shown)
    if (key === 'Enter' && run && why?.open === undefined) void openRun(stores, run)
    else if (key === 'Delete' && why?.remove === undefined) askToDelete(stores, id)
    else return false
    return true
  }
  return (
    <>
      {trouble}
      <div className={styles.lead}>
        {words.lead(runs.length + unreadable.length, runs.filter(isUnfinished).length, unreadable.length)}
      </div>
      <section className={styles.frame} aria-label={words.name} {...landmark}>
        <RowGrid
          id={runsGridId}
          name={words.name}
          keys={words.keys}
          columns={columns()}
          minWidth="844px"
          rowHeight={53}
          ids={[...runs, ...unreadable].map(({ runId }) => runId)}
          rowFocus={rowFocus}
          onRowFocus={(run) => stores.history.setState({ run })}
          onKey={onKey}
          row={(index, tabIndex) => {
            const run = runs[index]
            if (run) return <RunRow run={run} columns={columns().length} tabIndex={tabIndex} />
            const lost = unreadable[index - runs.length]
            return lost && <UnreadableRow lost={lost} columns={columns().length} tabIndex={tabIndex} />
          }}
        />
      </section>
    </>
  )
}

function NoRuns() {
  const stores = useStores()
  return (
    <NothingHere icon={<History48Regular />} title={words.empty.title} body={words.empty.body}>
      <Button onClick={() => stores.view.setState({ page: 'phones' })}>{words.empty.toPhones}</Button>
    </NothingHere>
  )
}
