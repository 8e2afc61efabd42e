import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { count } from '../../../shared/text/plural.ts'
import type { RowStatus } from '../model/phones/row.ts'
import { toneOf } from '../model/tone.ts'
import { focusInside } from '../theme/focus.ts'
import { StatusIcon, useToneStyles } from './status-mark.tsx'

const useStyles = makeStyles({
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

/**
 * One of several buttons that filter a table. It shows which rows remain, how many, and whether it is active. Not
 * Fluent's ToggleButton: when pressed, that one is grey, hardly darker than its neighbours, or (`isAccessible`) so full of
 * the brand's colour that the colours of the icons are unreadable.
 */
export function FilterChip(props: {
  readonly label: string
  readonly number: number
  readonly status?: RowStatus
  readonly pressed: boolean
  readonly onPress: () => void
}) {
  const { label, number, status, pressed, onPress } = props
  const styles = useStyles()
  const tones = useToneStyles()
  const tone = status && number > 0 ? toneOf[status] : 'quiet'
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, pressed && styles.pressed)}
      aria-pressed={pressed}
      onClick={onPress}
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
