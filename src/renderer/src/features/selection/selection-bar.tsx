import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { focusInto, landmark, tableId } from '../../components/landmarks.ts'
import { canSignIn } from '../../model/phones/start-plan.ts'
import { deleteRows, leaveOut } from '../../stores/edit-actions.ts'
import { clearSelection } from '../../stores/selection-actions.ts'
import { useList, useRun, useStores } from '../../stores/stores-context.tsx'
import { useArrangedRows } from '../../stores/use-arranged-rows.ts'
import { useIsListShown } from '../../stores/use-rows.ts'
import { useSelectedRows } from '../../stores/use-start.ts'
import { framed } from '../../theme/page-layout.ts'
import { askToRetry, askToStartSelected } from '../run/run-actions.ts'
import { copyRows, failedAmong, numbersOf } from './selection-actions.ts'

const { select: words, rows: actions } = text.window.table

const useStyles = makeStyles({
  bar: {
    ...framed,
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  number: {
    ...typographyStyles.body1Strong,
    marginRight: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
  },
  hidden: { color: tokens.colorNeutralForeground2, marginRight: tokens.spacingHorizontalS },
  clear: { marginLeft: 'auto' },
})

/** How many rows are selected and what can be done with them; only while some are. Under the table, so that no row moves. */
export function SelectionBar() {
  const selected = useSelectedRows()
  return selected.length > 0 ? <Bar /> : null
}

function Bar() {
  const styles = useStyles()
  const stores = useStores()
  const selected = useSelectedRows()
  const shown = useArrangedRows()
  const underWay = useRun(({ state }) => isWatching(state))
  const isListShown = useIsListShown()
  const leftOut = useList((list) => list.leftOut)
  const numbers = numbersOf(selected)
  const visible = new Set(numbersOf(shown))
  const hidden = numbers.filter((row) => !visible.has(row)).length
  const failed = failedAmong(selected)
  const ready = selected.filter((row) => canSignIn(row) && row.status !== 'failed')
  const free = selected.filter(({ isLocked }) => !isLocked)
  const isOut = free.length > 0 && free.every(({ row }) => leftOut.has(row))
  return (
    <section className={styles.bar} aria-label={words.name} {...landmark}>
      <span className={styles.number}>{words.selected(selected.length)}</span>
      {hidden > 0 && <span className={styles.hidden}>{words.hidden(hidden)}</span>}
      {isListShown && !underWay && ready.length > 0 && (
        <Button size="small" appearance="subtle" onClick={() => askToStartSelected(stores)}>
          {actions.signInSelected}
        </Button>
      )}
      {!underWay && failed.size > 0 && (
        <Button size="small" appearance="subtle" onClick={() => askToRetry(stores, failed)}>
          {words.retry(failed.size)}
        </Button>
      )}
      {isListShown && free.length > 0 && (
        <Button size="small" appearance="subtle" onClick={() => leaveOut(stores, numbers, !isOut)}>
          {isOut ? actions.putBack : actions.leaveOut}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={() => copyRows(stores, selected)}>
        {actions.copy}
      </Button>
      {isListShown && free.length > 0 && (
        <Button size="small" appearance="subtle" onClick={() => deleteRows(stores, numbers)}>
          {actions.delete}
        </Button>
      )}
      <Button
        className={styles.clear}
        size="small"
        appearance="subtle"
        icon={<Dismiss20Regular />}
        aria-label={words.clear}
        title={words.clear}
        onClick={() => {
          clearSelection(stores)
          focusInto(tableId)
        }}
      />
    </section>
  )
}
