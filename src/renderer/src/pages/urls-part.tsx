import { makeStyles, tokens } from '@fluentui/react-components'
import type { Tenant } from '../../../shared/gateway/tenant.ts'
import { text } from '../../../shared/text/index.ts'
import { CopyAllUrls, RegionCards } from '../features/provisioning-urls/region-cards.tsx'
import { TenantCard } from '../features/provisioning-urls/tenant-card.tsx'
import { UrlNotes } from '../features/provisioning-urls/url-notes.tsx'
import { pageTitle, readingPage } from '../theme/page-layout.ts'

const urls = text.window.urls

const useStyles = makeStyles({
  // All regions beside each other need more width than what is read.
  page: { ...readingPage, maxWidth: 'none' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: pageTitle,
  lead: { margin: 0 },
})

/** What the phones of this tenant have to be given. */
export function UrlsPart({ tenant }: { readonly tenant: Tenant }) {
  const styles = useStyles()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>{urls.title}</h1>
          <p className={styles.lead}>{urls.lead}</p>
        </div>
        <CopyAllUrls tenantId={tenant.id} />
      </div>
      <TenantCard tenant={tenant} />
      <RegionCards tenantId={tenant.id} />
      <UrlNotes />
    </div>
  )
}
