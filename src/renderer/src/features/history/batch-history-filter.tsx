import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { FilterChip } from '../../components/filter-chip.tsx'
import { landmark } from '../../components/landmarks.ts'
import { timeOfDay } from '../../model/time-of-day.ts'
import type { HistoryData } from '../../stores/history-store.ts'
import { useHistory, useStores } from '../../stores/stores-context.tsx'

const { batchHistory: words } = text.window.history

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXS,
  },
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

/** All batches, or those of nobody here; what that means, and how old the batch history is. */
export function BatchHistoryFilter({ all, elsewhere }: { readonly all: number; readonly elsewhere: number }) {
  const styles = useStyles()
  const at = useHistory(({ batches }) => batches.at)
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
  const { only, ...chip } = props
  const stores = useStores()
  const pressed = useHistory((data) => data.only === only)
  return <FilterChip {...chip} pressed={pressed} onPress={() => stores.history.setState({ only })} />
}
