import { Button, makeStyles, Tooltip, tokens, typographyStyles } from '@fluentui/react-components'
import { portsOf } from '../../../../shared/phones/adapters.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { StatusMark } from '../../components/status-mark.tsx'
import type { Row, RowStatus } from '../../model/phones/row.ts'
import { rowAsText } from '../../model/phones/row-as-text.ts'
import { useRun, useStores, useView } from '../../stores/stores-context.tsx'
import { useIsListShown, useRows } from '../../stores/use-rows.ts'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { correctRow } from '../grid/grid-actions.ts'
import { RowReadiness } from '../readiness/row-readiness.tsx'
import { askToRetry } from '../run/run-actions.ts'
import { IssueLine } from './issue-line.tsx'
import { PhoneDetails } from './phone-details.tsx'

const words = text.window.table.details

const useStyles = makeStyles({
  details: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  row: { ...typographyStyles.body1Strong, whiteSpace: 'nowrap' },
  text: { overflowWrap: 'anywhere', userSelect: 'text' },
  exact: exactText,
  copy: { marginLeft: 'auto' },
})

const useRowFindingsStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
})

/** Everything about the current row, in full: the table may cut, this does not. */
export function Details() {
  const styles = useStyles()
  const cursor = useView((view) => view.cursor)
  const run = useRun(({ state }) => state)
  const isListShown = useIsListShown()
  const rows = useRows()
  // The heading, whose row is 0, would be looked for among all of them.
  const row = cursor && cursor.row > 0 ? rows.find((one) => one.row === cursor.row) : undefined
  if (!row) return <EmptyNote>{words.empty}</EmptyNote>
  // Where the check says the same of a row that a run left out, and what to do about it, that is enough.
  const isSaid = row.status === 'left out' && row.wrong.length > 0
  const isOfRun = !isListShown || (run !== undefined && hasStanding(row.status) && !isSaid)
  return (
    <ScrollArea className={styles.details} name={words.row(row.row)}>
      <div className={styles.head}>
        <span className={styles.row}>{words.row(row.row)}</span>
        <StatusMark status={row.status} />
        <span className={styles.text}>{row.username}</span>
        <span className={styles.exact}>{row.hardwareId}</span>
        <span>{row.region}</span>
        <span className={styles.copy}>
          <CorrectButton row={row} />
          <RetryButton row={row} />
          <PortsButton row={row} />
          <CopyButton content={rowAsText(row)} label={words.copyRow} what={words.rowCopied(row.row)} />
        </span>
      </div>
      {isOfRun && <PhoneDetails row={row} />}
      <RowReadiness row={row} />
      {isListShown && (!isOfRun || row.issues.length > 0) && <RowIssues row={row} />}
    </ScrollArea>
  )
}

/** Whether a status is what a run says of a row, not the check. */
const hasStanding = (status: RowStatus): boolean =>
  status !== 'ready' && status !== 'warning' && status !== 'error'

/** For a row with an error: the way into the cell that is wrong. */
function CorrectButton({ row }: { readonly row: Row }) {
  const stores = useStores()
  const isListShown = useIsListShown()
  const [column] = row.wrong
  if (!isListShown || row.isLocked || column === undefined) return null
  return (
    <Button size="small" onClick={() => correctRow(stores, row.row, column)}>
      {words.correct}
    </Button>
  )
}

/** For a phone that failed: another try of it alone. */
function RetryButton({ row }: { readonly row: Row }) {
  const stores = useStores()
  const underWay = useRun(({ state }) => isWatching(state))
  if (row.status !== 'failed' || underWay) return null
  return (
    <Button size="small" onClick={() => askToRetry(stores, new Set([row.row]))}>
      {text.window.table.rows.retry(1)}
    </Button>
  )
}

/** For the row of an analog adapter, which has a phone at each of its ports. */
function PortsButton({ row }: { readonly row: Row }) {
  const stores = useStores()
  const isListShown = useIsListShown()
  if (!isListShown || row.isLocked || !portsOf(row.hardwareId, 1)) return null
  return (
    <Tooltip content={text.window.addPorts.hint} relationship="description">
      <Button size="small" appearance="subtle" onClick={() => stores.view.setState({ dialog: 'ports' })}>
        {text.window.addPorts.button}
      </Button>
    </Tooltip>
  )
}

/** What the check finds about one row. */
function RowIssues({ row }: { readonly row: Row }) {
  const styles = useRowFindingsStyles()
  const { before } = row
  if (row.issues.length === 0) return <span>{before ?? text.window.table.details.none}</span>
  return (
    <ul className={styles.list}>
      {before !== undefined && <li>{before}</li>}
      {row.issues.map((issue) => (
        <li key={`${issue.code} ${issue.column}`}>
          <IssueLine issue={issue} />
        </li>
      ))}
    </ul>
  )
}
