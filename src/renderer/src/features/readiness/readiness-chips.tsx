import { text } from '../../../../shared/text/index.ts'
import { FilterChip } from '../../components/filter-chip.tsx'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { useRows } from '../../stores/use-rows.ts'

const chips = [
  { status: 'fails', icon: 'failed' },
  { status: 'may-fail', icon: 'warning' },
] as const

/** How many phones will or may fail by what was read, each a filter; only where there are any. */
export function ReadinessChips() {
  const stores = useStores()
  const rows = useRows()
  const only = useView((view) => view.only)
  return chips.map(({ status, icon }) => {
    const number = rows.filter(({ readiness }) => readiness?.status === status).length
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
