import { makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../shared/text/index.ts'
import { landmark } from '../components/landmarks.ts'
import { later } from '../components/later.tsx'
import { Tabs, tabId, tabpanelId } from '../components/tabs.tsx'
import { CopyAllUrls, RegionCards } from '../features/provisioning-urls/region-cards.tsx'
import { TenantCard } from '../features/provisioning-urls/tenant-card.tsx'
import { UrlNotes } from '../features/provisioning-urls/url-notes.tsx'
import { Welcome } from '../features/session/welcome.tsx'
import { siteTabs } from '../stores/site-store.ts'
import { useSession, useSite, useStores } from '../stores/stores-context.tsx'
import { pageTitle, readingPage } from '../theme/page-layout.ts'

const site = text.window.site
const urls = text.window.urls
const tabsId = 'provisioning'

const useStyles = makeStyles({
  tabs: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
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

/** The tabs that aren't shown when the window opens. */
export const SitePart = later(async () => (await import('./site-part.tsx')).SitePart)

/** Printed at launch: what the phones of this tenant have to be given. Beside it, what a site needs for it. */
export function ProvisioningUrlsPage() {
  const styles = useStyles()
  const stores = useStores()
  const isKnown = useSession((data) => data.session !== undefined)
  const tab = useSite((data) => data.tab)
  if (!isKnown) return null
  return (
    <>
      <div className={styles.tabs} {...landmark}>
        <Tabs
          id={tabsId}
          name={site.tabsName}
          tabs={siteTabs.map((value) => ({ value, label: site.tabs[value] }))}
          selected={tab}
          onSelect={(chosen) => stores.site.setState({ tab: chosen })}
        />
      </div>
      <div id={tabpanelId(tabsId)} role="tabpanel" aria-labelledby={tabId(tabsId, tab)} {...landmark}>
        {tab === 'urls' ? <Urls /> : <SitePart />}
      </div>
    </>
  )
}

function Urls() {
  const styles = useStyles()
  const session = useSession((data) => data.session)
  if (session?.kind !== 'signed-in') return <Welcome />
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1 className={styles.title}>{urls.title}</h1>
          <p className={styles.lead}>{urls.lead}</p>
        </div>
        <CopyAllUrls tenantId={session.tenant.id} />
      </div>
      <TenantCard tenant={session.tenant} />
      <RegionCards tenantId={session.tenant.id} />
      <UrlNotes />
    </div>
  )
}
