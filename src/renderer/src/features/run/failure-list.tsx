import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import { text } from '../../../../shared/text/index.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'
import type { Row } from '../../model/phones/row.ts'
import { type FailureReason, failureReasons } from '../../model/run/failure-reasons.ts'
import { showSite } from '../../stores/site-actions.ts'
import { useRun, useStores } from '../../stores/stores-context.tsx'
import { shownRowsIn, useRows } from '../../stores/use-rows.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { TenantNow } from '../readiness/tenant-now.tsx'
import { askToRetry, summaryOf } from './run-actions.ts'

const words = text.window.run
const { failures } = words

const useStyles = makeStyles({
  scroller: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingBottom: tokens.spacingVerticalXS,
  },
  lead: { ...typographyStyles.body1Strong, margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  reason: {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr) auto',
    // Beside the table there is no room for three columns: the words come below.
    '@container (max-width: 620px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      '& > :nth-child(2)': { gridRow: 2, gridColumn: '1 / -1', paddingTop: tokens.spacingVerticalXS },
    },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  number: { ...typographyStyles.body1Strong, fontVariantNumeric: 'tabular-nums' },
  said: { overflowWrap: 'anywhere', userSelect: 'text' },
  remedy: { color: tokens.colorNeutralForeground2, maxWidth: '100ch', userSelect: 'text' },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  retry: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
})

/** Why phones failed, grouped, each with what to do about it. */
export function FailureList() {
  const styles = useStyles()
  const stores = useStores()
  const rows = useRows()
  const underWay = useRun(({ state }) => isWatching(state))
  const reasons = failureReasons(rows)
  if (reasons.length === 0) {
    return <EmptyNote>{underWay ? failures.emptyYet : failures.empty}</EmptyNote>
  }
  const phones = reasons.reduce((sum, reason) => sum + reason.phones, 0)
  return (
    <ScrollArea className={styles.scroller} name={text.window.table.panel.failures}>
      <div className={styles.head}>
        <p className={styles.lead}>{failures.lead(phones, reasons.length)}</p>
        <CopyButton
          content={() => summaryOf(stores, { failedNames: true })}
          label={words.copySummaryNames}
          what={words.summary}
        >
          {words.copySummaryNames}
        </CopyButton>
      </div>
      <ul className={styles.list}>
        {reasons.map((reason) => (
          <Reason key={reason.reason} reason={reason} />
        ))}
      </ul>
      <Link inline onClick={() => showSite(stores, 'triage')}>
        {text.window.site.triage.link}
      </Link>
    </ScrollArea>
  )
}

function Reason({ reason: { reason, said, phones, guidance } }: { readonly reason: FailureReason }) {
  const styles = useStyles()
  const stores = useStores()
  const underWay = useRun(({ state }) => isWatching(state))
  return (
    <li className={styles.reason}>
      <span className={styles.number}>{failures.phones(phones)}</span>
      <div>
        <div className={styles.said}>{said === '' ? failures.noMessage : said}</div>
        <div className={styles.remedy}>{guidance ? guidance.remedy : failures.unknownMessage}</div>
        {guidance && <div className={styles.retry}>{failures.retry[guidance.retry]}</div>}
        <TenantNow guidance={guidance} reason={reason} />
      </div>
      <div className={styles.buttons}>
        {!underWay && (
          <Button size="small" onClick={() => askToRetry(stores, rowsWith(shownRowsIn(stores), reason))}>
            {failures.retryThese(phones)}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => stores.view.setState({ only: { kind: 'reason', reason }, filter: '' })}
        >
          {failures.show}
        </Button>
      </div>
    </li>
  )
}

const rowsWith = (rows: readonly Row[], reason: string): ReadonlySet<number> =>
  new Set(rows.flatMap((row) => (row.reason === reason ? [row.row] : [])))
