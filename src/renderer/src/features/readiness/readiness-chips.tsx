import type { ReadinessStatus } from '../../../../shared/readiness/readiness.ts'
import { text } from '../../../../shared/text/index.ts'
import { FilterChip } from '../../components/filter-chip.tsx'
import { countChanged } from '../../model/count-changed.ts'
import type { Row } from '../../model/phones/row.ts'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { useKnownReadiness } from '../../stores/use-readiness.ts'
import { useRows } from '../../stores/use-rows.ts'

const chips = [
  { status: 'fails', icon: 'failed' },
  { status: 'may-fail', icon: 'warning' },
] as const

const countKnown = countChanged<Row, ReadinessStatus | 'unread'>(
  ({ readiness }) => readiness?.status ?? 'unread',
)

/** How many phones will or may fail by what was read, each a filter; only where there are any. */
export function ReadinessChips() {
  const stores = useStores()
  const areRead = (useKnownReadiness()?.accounts.size ?? 0) > 0
  const only = useView((view) => view.only)
  const counts = countKnown(useRows(areRead))
  return chips.map(({ status, icon }) => {
    const number = counts[status] ?? 0
    const isPressed = only?.kind === 'readiness' && only.status === status
    if (number === 0 && !isPressed) return null
    return (
      <FilterChip
        key={status}
        label={text.window.readiness.status[status]}
        number={number}
        status={icon}
        pressed={isPressed}
        onPress={() => stores.view.setState({ only: isPressed ? undefined : { kind: 'readiness', status } })}
      />
    )
  })
}
