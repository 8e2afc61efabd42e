import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { count } from '../../../../shared/text/plural.ts'
import { StatusIcon, useToneStyles } from '../../components/status-mark.tsx'
import { useDesk, useView } from '../../stores/desk-context.tsx'
import type { RowFilter } from '../../stores/view-store.ts'
import { focusInside } from '../../theme/focus.ts'
import { toneOf } from '../../theme/tone.ts'
import { countRows } from './count-rows.ts'
import type { RowStatus } from './row.ts'
import { useRows } from './use-rows.ts'

const { phones, table } = text.window

type ChipStatus = keyof typeof table.chips

const always = {
  list: ['ready', 'warning', 'error'],
  run: ['signed in', 'failed', 'signing in', 'queued'],
} satisfies Record<string, readonly ChipStatus[]>
/** Shown once there is one, behind the others so that nothing moves. */
const ifAny = { list: [], run: ['unknown', 'left out'] } satisfies Record<string, readonly ChipStatus[]>

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    height: '28px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ...focusInside,
  },
  pressed: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  icon: { display: 'inline-flex' },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', minWidth: '1ch' },
})

/** One button a status: its count, and a filter. */
export function StatusChips() {
  const styles = useStyles()
  const rows = useRows()
  const shown = useView((view) => view.shown)
  const counts = countRows(rows)
  const statuses = [...always[shown], ...ifAny[shown].filter((status) => (counts[status] ?? 0) > 0)]
  return (
    <div className={styles.chips}>
      <Chip label={phones.all} number={rows.length} only={undefined} />
      {statuses.map((status) => (
        <Chip
          key={status}
          label={table.chips[status]}
          number={counts[status] ?? 0}
          status={status}
          only={{ kind: 'status', status }}
        />
      ))}
    </div>
  )
}

function Chip(props: {
  readonly label: string
  readonly number: number
  readonly status?: RowStatus
  readonly only: RowFilter | undefined
}) {
  const { label, number, status, only } = props
  const styles = useStyles()
  const tones = useToneStyles()
  const desk = useDesk()
  const pressed = useView((view) => sameFilter(view.only, only))
  const tone = status && number > 0 ? toneOf[status] : 'quiet'
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, pressed && styles.pressed)}
      aria-pressed={pressed}
      onClick={() => desk.view.setState({ only: pressed ? undefined : only })}
    >
      {status && (
        <span className={mergeClasses(styles.icon, tones[tone])}>
          <StatusIcon status={status} />
        </span>
      )}
      {label}
      <span className={styles.number}>{count(number)}</span>
    </button>
  )
}

function sameFilter(a: RowFilter | undefined, b: RowFilter | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.kind === 'status' && b.kind === 'status' && a.status === b.status
}
