import { makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../shared/text/index.ts'
import { landmark } from '../components/landmarks.ts'
import { later } from '../components/later.tsx'
import { Tabs, tabId, tabpanelId } from '../components/tabs.tsx'
import { RememberedAccounts } from '../features/session/later-parts.ts'
import { Welcome } from '../features/session/welcome.tsx'
import { siteTabs } from '../stores/site-store.ts'
import { useSession, useSite, useStores } from '../stores/stores-context.tsx'

const site = text.window.site
const tabsId = 'provisioning'

const useStyles = makeStyles({
  tabs: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

/** The tabs that aren't shown when the window opens. */
export const SitePart = later(async () => (await import('./site-part.tsx')).SitePart)

/** Of a tenant, once somebody has signed in. */
export const UrlsPart = later(async () => (await import('./urls-part.tsx')).UrlsPart)

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
  const session = useSession((data) => data.session)
  const hasAccounts = (session?.accounts.length ?? 0) > 0
  const isReady = RememberedAccounts.useIsLoaded(hasAccounts) || !hasAccounts
  if (session?.kind === 'signed-in') return <UrlsPart tenant={session.tenant} />
  return isReady ? <Welcome /> : <span hidden data-loading />
}
