import { Button, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { filterId, focusOn, landmark } from '../../components/landmarks.ts'
import { useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useArrangedRows } from '../../stores/use-arranged-rows.ts'
import { useIsListShown, useRows } from '../../stores/use-rows.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { StatusChips } from './status-chips.tsx'
import { UndoButtons } from './undo-buttons.tsx'

const phones = text.window.phones

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  shown: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  // They stay together: where the chips leave them no room, all of them go on a line of their own.
  tools: {
    flex: '1 1 auto',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalXS,
  },
  // The browser's own button to clear it cannot be reached with the keyboard.
  input: {
    '& input::-webkit-search-cancel-button': { display: 'none' },
    flex: '1 1 130px',
    minWidth: '130px',
    maxWidth: '230px',
  },
})

/** How many rows stand where, which of them are shown, and what was changed last. */
export function SummaryBar() {
  const styles = useStyles()
  const shown = useView((view) => view.shown)
  const isListShown = useIsListShown()
  const underWay = useRun(({ state }) => isWatching(state))
  return (
    <section className={styles.bar} aria-label={phones.tableTools} {...landmark}>
      <StatusChips />
      <div className={styles.tools}>
        <FilterField />
        {(shown === 'list' || (isListShown && !underWay)) && <UndoButtons />}
        <ColumnsMenu />
      </div>
    </section>
  )
}

function Shown() {
  const styles = useStyles()
  const all = useRows().length
  const shown = useArrangedRows().length
  return shown === all ? null : <span className={styles.shown}>{phones.shown(shown, all)}</span>
}

function ClearFilter() {
  const stores = useStores()
  return (
    <>
      <Shown />
      <Button
        size="small"
        appearance="transparent"
        icon={<Dismiss16Regular />}
        aria-label={phones.clearFilter}
        title={phones.clearFilter}
        onClick={() => {
          stores.view.setState({ filter: '' })
          focusOn(filterId)
        }}
      />
    </>
  )
}

function FilterField() {
  const styles = useStyles()
  const stores = useStores()
  const filter = useView((view) => view.filter)
  return (
    <Input
      id={filterId}
      className={styles.input}
      type="search"
      size="small"
      aria-label={phones.filter}
      placeholder={phones.filterPlaceholder}
      // Not Fluent's tooltip: that one is placed anew with each key.
      title={phones.filterHint}
      contentBefore={<Search20Regular />}
      contentAfter={filter === '' ? <Shown /> : <ClearFilter />}
      value={filter}
      onChange={(_, { value }) => stores.view.setState({ filter: value })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') stores.view.setState({ filter: '' })
      }}
    />
  )
}
