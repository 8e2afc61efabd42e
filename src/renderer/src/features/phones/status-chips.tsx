import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { FilterChip } from '../../components/filter-chip.tsx'
import type { RowFilter } from '../../model/phones/arrange.ts'
import { countRows } from '../../model/phones/count-rows.ts'
import type { RowStatus } from '../../model/phones/row.ts'
import { useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useRows } from '../../stores/use-rows.ts'
import { ReadinessChips } from '../readiness/readiness-chips.tsx'

const phones = text.window.phones
const table = text.window.table

type ChipStatus = keyof typeof table.chips

const always = {
  list: ['ready', 'warning', 'error'],
  run: ['signed in', 'failed', 'signing in', 'queued'],
  ended: ['signed in', 'failed'],
} satisfies Record<string, readonly ChipStatus[]>
/** Shown once there is one, behind the others so that nothing moves. */
const ifAny = {
  list: ['signed in', 'failed', 'signing in', 'queued', 'unknown', 'not sent', 'left out'],
  run: ['unknown', 'not sent', 'left out', 'ready', 'warning', 'error'],
  ended: ['signing in', 'queued', 'unknown', 'not sent', 'left out', 'ready', 'warning', 'error'],
} satisfies Record<string, readonly ChipStatus[]>

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})

/** One button a status: its count, and a filter. */
export function StatusChips() {
  const styles = useStyles()
  const rows = useRows()
  const shown = useView((view) => view.shown)
  const only = useView((view) => view.only)
  const counts = countRows(rows)
  const underWay = useRun(({ state }) => isWatching(state))
  const at = shown === 'run' && !underWay ? 'ended' : shown
  const isThere = (status: ChipStatus): boolean =>
    (counts[status] ?? 0) > 0 || (only?.kind === 'status' && only.status === status)
  const statuses = [...always[at], ...ifAny[at].filter(isThere)]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line with others
    <div role="group" className={styles.chips} aria-label={phones.statusFilter}>
      <Chip label={phones.all} number={rows.length} />
      {statuses.map((status) => (
        <Chip key={status} label={table.chips[status]} number={counts[status] ?? 0} status={status} />
      ))}
      <ReadinessChips />
      {only?.kind === 'reason' && <ReasonChip only={only} />}
    </div>
  )
}

/** The filter by a reason is in no other chip: this one shows it, and takes it away. */
function ReasonChip({ only }: { readonly only: Extract<RowFilter, { kind: 'reason' }> }) {
  const stores = useStores()
  const rows = useRows()
  const number = rows.filter(({ reason }) => reason === only.reason).length
  const said = rows.find(({ reason }) => reason === only.reason)?.result ?? only.reason
  return (
    <FilterChip
      label={phones.onlyReason(said.length > 24 ? `${said.slice(0, 23).trimEnd()}…` : said)}
      number={number}
      status="failed"
      pressed
      onPress={() => stores.view.setState({ only: undefined })}
    />
  )
}

/** Shows the rows of one status, or without one all of them. */
const Chip = memo(function Chip(props: {
  readonly label: string
  readonly number: number
  readonly status?: RowStatus
}) {
  const { status } = props
  const stores = useStores()
  const pressed = useView(({ only }) =>
    status === undefined ? only === undefined : only?.kind === 'status' && only.status === status,
  )
  return (
    <FilterChip
      {...props}
      pressed={pressed}
      onPress={() =>
        stores.view.setState({
          only: pressed || status === undefined ? undefined : { kind: 'status', status },
        })
      }
    />
  )
})
