import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { countStatuses } from '../../../../shared/readiness/reasons.ts'
import { text } from '../../../../shared/text/index.ts'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { dayAndTime } from '../../model/date-and-time.ts'
import type { KnownReadiness } from '../../model/readiness/known-readiness.ts'
import { checkReadiness } from '../../stores/readiness-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { useKnownReadiness, useReadinessData } from '../../stores/use-readiness.ts'
import { useListRows } from '../../stores/use-rows.ts'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { DeviceSection } from './device-section.tsx'
import { ReadinessChecklist } from './readiness-checklist.tsx'
import { ReasonList } from './reason-list.tsx'
import { TenantChecks } from './tenant-checks.tsx'

const words = text.window.readiness

const useStyles = makeStyles({
  tab: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  counts: { ...typographyStyles.body1Strong, margin: 0 },
  at: { color: tokens.colorNeutralForeground2 },
  again: { marginLeft: 'auto' },
  failure: { margin: 0, color: tokens.colorStatusDangerForeground1 },
})

/** Which phones of the open list will fail and why, the tenant's part first, and how to put it right. */
export function ReadinessTab() {
  const known = useKnownReadiness()
  const isSignedIn = useSignedIn() !== undefined
  const checking = useReadinessData((data) => data.checking)
  const failure = useReadinessData((data) => data.failure)
  if (known) return <Known known={known} />
  if (checking) return <EmptyNote>{words.checking(checking.done, checking.of)}</EmptyNote>
  if (failure) return <EmptyNote>{words.failed(failure.message)}</EmptyNote>
  return <EmptyNote>{isSignedIn ? words.empty : words.emptySignedOut}</EmptyNote>
}

function Known({ known }: { readonly known: KnownReadiness }) {
  const styles = useStyles()
  const stores = useStores()
  const checking = useReadinessData((data) => data.checking)
  const failure = useReadinessData((data) => data.failure)
  const rows = useListRows()
  const phones = rows.flatMap(({ row, username, readiness }) =>
    readiness ? [{ row, username, ...readiness }] : [],
  )
  const notAsked = rows.filter(({ readiness, wrong }) => !readiness && wrong.length === 0).length
  return (
    <ScrollArea className={styles.tab} name={words.tab}>
      <div className={styles.head}>
        <p className={styles.counts}>{words.counts(countStatuses(phones), notAsked)}</p>
        <span className={styles.at}>
          {checking
            ? words.checking(checking.done, checking.of)
            : words.readAt(dayAndTime(known.at, Date.now()))}
        </span>
        {!checking && (
          <Button className={styles.again} size="small" onClick={() => void checkReadiness(stores)}>
            {words.again}
          </Button>
        )}
      </div>
      {failure && <p className={styles.failure}>{words.failed(failure.message)}</p>}
      <TenantChecks known={known} phones={phones} />
      <ReasonList known={known} phones={phones} />
      <DeviceSection />
      <ReadinessChecklist hasSynced={phones.some(isSynced)} />
    </ScrollArea>
  )
}

const isSynced = ({ checks }: { readonly checks: readonly { check: string; status: string }[] }): boolean =>
  checks.some(({ check, status }) => check === 'on-premises' && status === 'may-fail')
