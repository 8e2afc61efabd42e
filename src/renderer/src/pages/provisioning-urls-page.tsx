import { makeStyles } from '@fluentui/react-components'
import { text } from '../../../shared/text/index.ts'
import { RegionTabs } from '../features/provisioning-urls/region-tabs.tsx'
import { TenantCard } from '../features/provisioning-urls/tenant-card.tsx'
import { UrlNotes } from '../features/provisioning-urls/url-notes.tsx'
import { Welcome } from '../features/session/welcome.tsx'
import { useSession } from '../stores/stores-context.tsx'
import { pageTitle, readingPage } from '../theme/page-layout.ts'

const useStyles = makeStyles({ page: readingPage, title: pageTitle, lead: { margin: 0 } })

/** Printed at launch: what the phones of this tenant have to be given. */
export function ProvisioningUrlsPage() {
  const styles = useStyles()
  const session = useSession((data) => data.session)
  if (!session) return null
  if (session.kind !== 'signed-in') return <Welcome />
  return (
    <div className={styles.page}>
      <div>
        <h1 className={styles.title}>{text.window.urls.title}</h1>
        <p className={styles.lead}>{text.window.urls.lead}</p>
      </div>
      <TenantCard tenant={session.tenant} />
      <RegionTabs tenantId={session.tenant.id} />
      <UrlNotes />
    </div>
  )
}
