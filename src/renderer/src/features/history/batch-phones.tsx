import { Button, makeStyles, Spinner, Tooltip, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import type { HistoryPhone } from '../../../../shared/run/batch-history.ts'
import { noPhones } from '../../../../shared/run/counts.ts'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { RowCell, RowGrid, type RowGridColumn } from '../../components/row-grid.tsx'
import { StatusMark } from '../../components/status-mark.tsx'
import { Trouble } from '../../components/trouble.tsx'
import { phonesAsText, remedyOf, resultOf } from '../../model/history/phones-as-text.ts'
import type { RowFocus } from '../../model/row-focus.ts'
import { hidePhones, showPhones } from '../../stores/load-history.ts'
import { useHistory, useStores } from '../../stores/stores-context.tsx'
import { exactText, framed } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { whenOf } from './batch-row.tsx'
import { Loading } from './loading.tsx'
import { useRowStyles } from './run-row.tsx'
import { Tally } from './run-tally.tsx'

const { batch: words } = text.window.history

const columns = (): readonly RowGridColumn[] => [
  { label: words.columns.username, track: 'minmax(180px, 1.2fr)' },
  { label: words.columns.hardwareId, track: '184px' },
  { label: words.columns.status, track: '112px' },
  { label: words.columns.said, track: 'minmax(220px, 2fr)' },
]

const useStyles = makeStyles({
  pane: {
    ...framed,
    flexGrow: 1.4,
    flexBasis: 0,
    minHeight: '180px',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
  },
  head: {
    flexShrink: 0,
    minHeight: '36px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', marginLeft: 'auto', columnGap: tokens.spacingHorizontalXXS },
  list: { flexGrow: 1, minHeight: 0 },
  middle: { flexGrow: 1, display: 'flex', alignItems: 'center', justifyContent: 'center' },
  who: { ...typographyStyles.caption1, flexBasis: '100%', color: tokens.colorNeutralForeground2 },
  exact: { ...exactText, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

/** The phones of a batch, as the service knows them: under the list, until they are put away. */
export function BatchPhones({ batchId }: { readonly batchId: string }) {
  const styles = useStyles()
  const stores = useStores()
  const { value, failure, loading } = useHistory(({ phones }) => phones)
  const batch = useHistory(({ batches }) => batches.value?.find((one) => one.batchId === batchId))
  const again = (): Promise<void> => showPhones(stores, batchId)
  return (
    <section
      className={styles.pane}
      aria-label={words.name}
      {...landmark}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        hidePhones(stores)
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>
          {batch?.requestTime === undefined ? words.titleById(batchId) : words.title(whenOf(batch))}
        </h2>
        {value && <Tally counts={countOf(value)} />}
        <div className={styles.buttons}>
          {value && value.length > 0 && (
            <CopyButton
              content={() => phonesAsText(value)}
              label={words.copyPhones}
              what={words.copied(value.length)}
            >
              {words.copyPhones}
            </CopyButton>
          )}
          <Tooltip content={words.refresh} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={loading ? <Spinner size="tiny" aria-hidden /> : <ArrowClockwise20Regular />}
              onClick={() => {
                if (!loading) void again()
              }}
            />
          </Tooltip>
          <Tooltip content={words.close} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss20Regular />}
              onClick={() => hidePhones(stores)}
            />
          </Tooltip>
        </div>
        {batch?.userId !== undefined && (
          <span className={styles.who}>
            {words.requestedBy} <code className={styles.exact}>{batch.userId}</code>
          </span>
        )}
      </div>
      {failure && <Trouble failure={failure} retry={again} />}
      {value && value.length > 0 && <Phones phones={value} />}
      {value?.length === 0 && <div className={styles.middle}>{words.empty}</div>}
      {!value && loading && <Loading label={words.loading} />}
    </section>
  )
}

function Phones({ phones }: { readonly phones: readonly HistoryPhone[] }) {
  const styles = useStyles()
  const [rowFocus, setRowFocus] = useState<RowFocus>()
  return (
    <div className={styles.list}>
      <RowGrid
        id="history-phones"
        name={words.name}
        keys={words.keys}
        columns={columns()}
        minWidth="720px"
        rowHeight={33}
        // By its place: what the service answers may name a phone twice.
        ids={phones.map((_, index) => String(index))}
        rowFocus={rowFocus}
        onRowFocus={setRowFocus}
        row={(index) => {
          const phone = phones[index]
          return phone && <Phone phone={phone} />
        }}
      />
    </div>
  )
}

function Phone({ phone }: { readonly phone: HistoryPhone }) {
  const styles = useStyles()
  const rows = useRowStyles()
  const remedy = remedyOf(phone)
  return (
    <>
      <RowCell>
        <div className={rows.cut} title={phone.username}>
          {phone.username}
        </div>
      </RowCell>
      <RowCell>
        <code className={styles.exact}>{phone.hardwareId}</code>
      </RowCell>
      <RowCell>
        <StatusMark status={phone.status} />
      </RowCell>
      <RowCell className={rows.said}>
        <div>{resultOf(phone)}</div>
        {remedy !== '' && <div className={rows.aside}>{remedy}</div>}
      </RowCell>
    </>
  )
}

function countOf(phones: readonly HistoryPhone[]) {
  const counts = { ...noPhones }
  for (const { status } of phones) counts[status] += 1
  return counts
}
