import { makeStyles } from '@fluentui/react-components'
import { text } from '../../../shared/text/index.ts'
import { AccessTab } from '../features/site/access-tab.tsx'
import { ByHandTab } from '../features/site/by-hand-tab.tsx'
import { CheckTab } from '../features/site/check-tab.tsx'
import { DhcpTab } from '../features/site/dhcp-tab.tsx'
import { TriageTab } from '../features/site/triage-tab.tsx'
import type { SiteTab } from '../stores/site-store.ts'
import { useSite } from '../stores/stores-context.tsx'
import { pageTitle, readingPage } from '../theme/page-layout.ts'

const site = text.window.site

const useStyles = makeStyles({
  page: readingPage,
  title: pageTitle,
  lead: { margin: 0 },
})

const parts = {
  dhcp: {
    get title() {
      return site.dhcp.title
    },
    get lead() {
      return site.dhcp.lead
    },
    Content: DhcpTab,
  },
  'by-hand': {
    get title() {
      return site.byHand.title
    },
    get lead() {
      return text.site.byHand.lead
    },
    Content: ByHandTab,
  },
  check: {
    get title() {
      return site.check.title
    },
    lead: undefined,
    Content: CheckTab,
  },
  access: {
    get title() {
      return site.access.title
    },
    lead: undefined,
    Content: AccessTab,
  },
  triage: {
    get title() {
      return site.triage.title
    },
    lead: undefined,
    Content: TriageTab,
  },
} as const satisfies Record<Exclude<SiteTab, 'urls'>, object>

/** What a site needs beside the URLs. */
export function SitePart() {
  const styles = useStyles()
  const tab = useSite((data) => data.tab)
  if (tab === 'urls') return null
  const { title, lead, Content } = parts[tab]
  return (
    <div className={styles.page}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      <Content />
    </div>
  )
}
