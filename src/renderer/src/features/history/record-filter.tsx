import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { count } from '../../../../shared/text/plural.ts'
import { timeOfDay } from '../../lib/time-of-day.ts'
import { useDesk, useHistory } from '../../stores/desk-context.tsx'
import type { HistoryData } from '../../stores/history-store.ts'
import { focusInside } from '../../theme/focus.ts'
import { landmark } from '../frame/landmarks.ts'

const { record: words } = text.window.history

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXS,
  },
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
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  aside: {
    ...typographyStyles.caption1,
    flexGrow: 1,
    flexBasis: '240px',
    marginLeft: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  time: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
})

/** All batches, or those of nobody here; what that means, and how old the record is. */
export function RecordFilter({ all, elsewhere }: { readonly all: number; readonly elsewhere: number }) {
  const styles = useStyles()
  const at = useHistory(({ record }) => record.at)
  return (
    <section className={styles.bar} aria-label={words.filter} {...landmark}>
      <Chip only="all" label={words.all} number={all} />
      <Chip only="elsewhere" label={words.elsewhere} number={elsewhere} />
      <span className={styles.aside}>{words.elsewhereHint}</span>
      {at !== undefined && (
        <span className={styles.time}>{words.readAt(timeOfDay(new Date(at).toISOString()))}</span>
      )}
    </section>
  )
}

function Chip(props: {
  readonly only: HistoryData['only']
  readonly label: string
  readonly number: number
}) {
  const { only, label, number } = props
  const styles = useStyles()
  const desk = useDesk()
  const pressed = useHistory((data) => data.only === only)
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, pressed && styles.pressed)}
      aria-pressed={pressed}
      onClick={() => desk.history.setState({ only })}
    >
      {label}
      <span className={styles.number}>{count(number)}</span>
    </button>
  )
}
