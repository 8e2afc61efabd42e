import { Badge, Button, Link, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components'
import { PeopleSwap16Regular } from '@fluentui/react-icons/svg/people-swap'
import type { HistoryBatch } from '../../../../shared/run/batch-history.ts'
import { text } from '../../../../shared/text/index.ts'
import { count } from '../../../../shared/text/plural.ts'
import { RowCell } from '../../components/row-grid.tsx'
import { dateAndTime } from '../../model/date-and-time.ts'
import { runOf } from '../../model/history/joined.ts'
import { runName } from '../../model/run/run-name.ts'
import { showPhones } from '../../stores/load-history.ts'
import { useHistory, useStores } from '../../stores/stores-context.tsx'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { useRowStyles } from './run-row.tsx'

const { batchHistory: words, moment } = text.window.history

const useStyles = makeStyles({
  id: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS, minWidth: 0 },
  exact: {
    ...exactText,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  link: { display: 'block', maxWidth: '100%', textAlign: 'left' },
  action: { display: 'flex', justifyContent: 'flex-end' },
  // Longer in other languages, and then in two lines.
  elsewhere: { height: 'auto', textAlign: 'start' },
})

/** A batch as the service has it, and whose it is. */
export function BatchRow({ batch, tabIndex }: { readonly batch: HistoryBatch; readonly tabIndex: 0 | -1 }) {
  const styles = useStyles()
  const rows = useRowStyles()
  const stores = useStores()
  const { batchId, batchStatus, phones, region, requestTime } = batch
  const when = whenOf(batch)
  const show = requestTime === undefined ? words.showPhonesOf(batchId) : words.showPhones(when)
  return (
    <>
      <RowCell>
        <div className={rows.main} title={requestTime}>
          {when}
        </div>
        <div className={styles.id}>
          <code className={styles.exact}>{batchId}</code>
          <CopyButton
            content={batchId}
            label={words.copyBatchId}
            what={`${words.batchId} ${batchId}`}
            tabIndex={tabIndex}
          />
        </div>
      </RowCell>
      <RowCell>{region}</RowCell>
      <RowCell end>{phones === undefined ? words.phonesUnknown : count(phones)}</RowCell>
      <RowCell>
        <div className={rows.cut} title={batchStatus}>
          {batchStatus}
        </div>
      </RowCell>
      <RowCell>
        <Maker batch={batch} tabIndex={tabIndex} />
      </RowCell>
      <RowCell>
        <div className={styles.action}>
          <Tooltip content={show} relationship="label">
            <Button
              size="small"
              tabIndex={tabIndex}
              aria-label={show}
              onClick={() => showPhones(stores, batchId)}
            >
              {words.show}
            </Button>
          </Tooltip>
        </div>
      </RowCell>
    </>
  )
}

/** The run here that made the batch, and the way to it; else that nobody here did. */
function Maker({ batch, tabIndex }: { readonly batch: HistoryBatch; readonly tabIndex: 0 | -1 }) {
  const styles = useStyles()
  const rows = useRowStyles()
  const stores = useStores()
  const run = useHistory(({ disk }) => runOf(batch, disk.value))
  if (!run) {
    return (
      <Badge className={styles.elsewhere} color="brand" appearance="tint" icon={<PeopleSwap16Regular />}>
        {words.elsewhere}
      </Badge>
    )
  }
  return (
    <>
      <Link
        className={mergeClasses(styles.link, rows.cut)}
        tabIndex={tabIndex}
        title={words.goToRun(runName(run))}
        onClick={() => stores.history.setState({ tab: 'runs', run: { id: run.runId, focus: true } })}
      >
        {run.listName}
      </Link>
      <div className={mergeClasses(rows.aside, rows.cut)}>{dateAndTime(run.startedAt)}</div>
    </>
  )
}

export const whenOf = ({ requestTime }: Pick<HistoryBatch, 'requestTime'>): string =>
  dateAndTime(requestTime) || (requestTime ?? moment.unknown)
