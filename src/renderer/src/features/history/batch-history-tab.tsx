import { Button, makeStyles } from '@fluentui/react-components'
import { Cloud48Regular } from '@fluentui/react-icons/svg/cloud'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { Trouble } from '../../components/trouble.tsx'
import { isElsewhere } from '../../model/history/joined.ts'
import { loadBatchHistory } from '../../stores/load-history.ts'
import { useHistory, useSession, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { tableFrame } from '../../theme/page-layout.ts'
import { explore, signIn } from '../session/session-actions.ts'
import { BatchHistoryFilter } from './batch-history-filter.tsx'
import { BatchPhones } from './batch-phones.tsx'
import { BatchTable } from './batch-table.tsx'
import { Loading } from './loading.tsx'
import { NothingHere } from './nothing-here.tsx'

const { batchHistory: words } = text.window.history

const useStyles = makeStyles({
  frame: {
    ...tableFrame,
    display: 'flex',
    flexDirection: 'column',
  },
})

/** Every batch that the service remembers of this tenant, no matter who made it. */
export function BatchHistoryTab() {
  const stores = useStores()
  const here = useSignedIn()
  const { value, failure, loading } = useHistory(({ batches }) => batches)
  const disk = useHistory((data) => data.disk.value)
  const only = useHistory((data) => data.only)
  if (!here) return <SignedOut />
  const trouble = failure && <Trouble failure={failure} retry={() => loadBatchHistory(stores)} />
  if (!value) return trouble ?? (loading ? <Loading label={words.loading} /> : null)
  if (value.length === 0) {
    return (
      trouble ?? <NothingHere icon={<Cloud48Regular />} title={words.empty.title} body={words.empty.body} />
    )
  }
  const elsewhere = value.filter((batch) => isElsewhere(batch, disk))
  const batches = only === 'all' ? value : elsewhere
  return (
    <>
      {trouble}
      <BatchHistoryFilter all={value.length} elsewhere={elsewhere.length} />
      {batches.length === 0 ? <NoneElsewhere /> : <Shown batches={batches} />}
    </>
  )
}

function Shown({ batches }: Parameters<typeof BatchTable>[0]) {
  const styles = useStyles()
  const shown = useHistory((data) => data.shown)
  return (
    <>
      <section className={styles.frame} aria-label={words.name} {...landmark}>
        <BatchTable batches={batches} />
      </section>
      {shown !== undefined && <BatchPhones key={shown} batchId={shown} />}
    </>
  )
}

function NoneElsewhere() {
  const stores = useStores()
  const { title, body } = words.noneElsewhere
  return (
    <NothingHere icon={<Cloud48Regular />} title={title} body={body}>
      <Button onClick={() => stores.history.setState({ only: 'all' })}>{words.showAll}</Button>
    </NothingHere>
  )
}

function SignedOut() {
  const stores = useStores()
  const busy = useSession((data) => data.busy !== undefined || data.asked !== undefined)
  const { signIn: label, explore: exploreLabel } = text.window.session
  const { title, body } = words.signedOut
  return (
    <NothingHere icon={<Cloud48Regular />} title={title} body={body}>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => signIn(stores)}>
        {label}
      </Button>
      <Button disabledFocusable={busy} onClick={() => explore(stores)}>
        {exploreLabel}
      </Button>
    </NothingHere>
  )
}
