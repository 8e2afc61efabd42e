import type { HistoryBatch } from '../../../../shared/run/batch-history.ts'
import { text } from '../../../../shared/text/index.ts'
import { RowGrid, type RowGridColumn } from '../../components/row-grid.tsx'
import { showPhones } from '../../stores/load-history.ts'
import { useHistory, useStores } from '../../stores/stores-context.tsx'
import { BatchRow } from './batch-row.tsx'

const { batchHistory: words } = text.window.history

const columns = (): readonly RowGridColumn[] => [
  { label: words.columns.requested, track: 'minmax(312px, 1.5fr)' },
  { label: words.columns.region, track: '76px' },
  { label: words.columns.phones, track: '76px', end: true },
  { label: words.columns.status, track: 'minmax(100px, 0.6fr)' },
  { label: words.columns.run, track: 'minmax(152px, 1.2fr)' },
  { label: words.columns.actions, track: '124px', hidden: true },
]

/** The batches, hundreds of them if need be. */
export function BatchTable({ batches }: { readonly batches: readonly HistoryBatch[] }) {
  const stores = useStores()
  const rowFocus = useHistory(({ batch }) => batch)
  const shown = useHistory((data) => data.shown)
  return (
    <RowGrid
      id="history-batches"
      name={words.name}
      keys={words.keys}
      columns={columns()}
      minWidth="840px"
      rowHeight={53}
      ids={batches.map(({ batchId }) => batchId)}
      rowFocus={rowFocus}
      onRowFocus={(batch) => stores.history.setState({ batch })}
      {...(shown !== undefined && { marked: shown })}
      onKey={(batchId, key) => {
        if (key === 'Enter') void showPhones(stores, batchId)
        return key === 'Enter'
      }}
      row={(index, tabIndex) => {
        const batch = batches[index]
        return batch && <BatchRow batch={batch} tabIndex={tabIndex} />
      }}
    />
  )
}
