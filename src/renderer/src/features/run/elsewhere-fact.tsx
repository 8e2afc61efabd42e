import { Link, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { BatchElsewhere } from '../../../../shared/run/run-memory.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact } from '../../components/facts.tsx'
import { useToneStyles } from '../../components/status-mark.tsx'
import { dayAndTime } from '../../model/date-and-time.ts'
import type { FoundElsewhere } from '../../model/run/confirmation.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { showPhones } from '../../stores/load-history.ts'
import { loadElsewhere } from '../../stores/load-runs.ts'
import { useStores } from '../../stores/stores-context.tsx'

const { elsewhere: words } = text.window.run.confirm

const useStyles = makeStyles({
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  part: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, overflowWrap: 'anywhere' },
  icon: { display: 'inline-flex', alignItems: 'center', flexShrink: 0, height: tokens.lineHeightBase300 },
})

/** The phones that batches of others have under way, and what could not be read of these. */
export function ElsewhereFact({ found }: { readonly found: FoundElsewhere }) {
  const styles = useStyles()
  const stores = useStores()
  const { parts, unread, isReading, why } = found
  if (parts.length === 0 && unread === 0 && !isReading && why === undefined) return null
  return (
    <Fact name={words.name}>
      {parts.length > 0 && words.lead(parts.reduce((sum, { phones }) => sum + phones, 0))}
      {parts.map(({ batch, phones }) => (
        <div key={batch.batchId} className={styles.part}>
          <span>{words.line(batch.batchId, when(batch), phones)}</span>
          <Link inline aria-label={words.showBatch(batch.batchId)} onClick={() => showBatch(stores, batch)}>
            {words.show}
          </Link>
        </div>
      ))}
      {isReading && (
        <div className={styles.line} role="status">
          <Spinner size="extra-tiny" aria-hidden />
          {words.reading}
        </div>
      )}
      {!isReading && unread > 0 && <Missing message={words.unread(unread)} />}
      {!isReading && why !== undefined && <Missing message={words.failed(why)} />}
      {!isReading && (unread > 0 || why !== undefined) && (
        <Link inline onClick={() => void loadElsewhere(stores)}>
          {words.again}
        </Link>
      )}
    </Fact>
  )
}

function Missing({ message }: { readonly message: string }) {
  const styles = useStyles()
  const tones = useToneStyles()
  return (
    <div className={styles.line}>
      <span className={mergeClasses(styles.icon, tones.careful)} aria-hidden>
        <Warning16Filled />
      </span>
      {message}
    </div>
  )
}

const when = ({ requestTime }: BatchElsewhere): string =>
  requestTime === undefined ? '' : dayAndTime(requestTime, Date.now())

/** Leaves the question and shows the batch among those of the tenant. */
function showBatch(stores: AppStores, { batchId }: BatchElsewhere): void {
  stores.history.setState({ tab: 'batches', only: 'all', batch: { id: batchId, focus: true } })
  stores.view.setState({ dialog: undefined, page: 'history' })
  void showPhones(stores, batchId)
}
