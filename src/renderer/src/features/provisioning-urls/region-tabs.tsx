import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { provisioningUrls } from '../../../../shared/gateway/provisioning-urls.ts'
import type { Region } from '../../../../shared/gateway/region.ts'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { Tabs, tabId, tabpanelId } from '../../components/tabs.tsx'
import { urlsAsText } from '../../model/urls-as-text.ts'
import { card } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { DeviceRow } from './device-row.tsx'

const { urls } = text.window

const useStyles = makeStyles({
  card: { ...card, padding: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** One tab a region: the URL for each kind of device. */
export function RegionTabs({ tenantId }: { readonly tenantId: string }) {
  const styles = useStyles()
  const id = useId()
  const all = provisioningUrls(tenantId)
  const [chosen, setChosen] = useState<Region>('NOAM')
  const shown = all.find(({ region }) => region === chosen)
  if (!shown) return null
  return (
    <div className={styles.card}>
      <div className={styles.bar} {...landmark}>
        <Tabs
          id={id}
          name={urls.regions}
          tabs={all.map(({ region }) => ({
            value: region,
            label: urls.regionTab(region, urls.regionName[region]),
          }))}
          selected={chosen}
          onSelect={setChosen}
        />
        <CopyButton
          key={chosen}
          content={urlsAsText(shown)}
          label={urls.copyAll(chosen)}
          what={urls.allCopied(shown.devices.length, chosen)}
        >
          {urls.copyAll(chosen)}
        </CopyButton>
      </div>
      <div id={tabpanelId(id)} role="tabpanel" aria-labelledby={tabId(id, chosen)}>
        <ul className={styles.list}>
          {shown.devices.map((device) => (
            <DeviceRow key={`${chosen} ${device.kind}`} device={device} />
          ))}
        </ul>
      </div>
    </div>
  )
}
