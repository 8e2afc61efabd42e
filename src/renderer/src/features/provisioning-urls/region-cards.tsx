import { Badge, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useId } from 'react'
import { type RegionUrls, regionUrls } from '../../../../shared/gateway/provisioning-urls.ts'
import { text } from '../../../../shared/text/index.ts'
import { urlsAsText } from '../../model/urls-as-text.ts'
import { useSettings } from '../../stores/stores-context.tsx'
import { card } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { DeviceRow } from './device-row.tsx'

const urls = text.window.urls

const useStyles = makeStyles({
  regions: {
    display: 'grid',
    // Beside each other where each has room for a URL, else one below the other.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 720px), 1fr))',
    gap: tokens.spacingVerticalL,
    alignItems: 'start',
  },
  card: { ...card, padding: 0, minWidth: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...typographyStyles.subtitle2, margin: 0 },
  copy: { marginLeft: 'auto' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** All regions at a glance, the one of the settings first: the URL for each kind of device. */
export function RegionCards({ tenantId }: { readonly tenantId: string }) {
  const styles = useStyles()
  const own = useSettings(({ region }) => region)
  return (
    <div className={styles.regions}>
      {regionUrls(tenantId, own).map((one) => (
        <RegionCard key={one.region} urlsOf={one} isOwn={one.region === own} />
      ))}
    </div>
  )
}

/** Copies the URLs of all regions, in the order in which they are shown. */
export function CopyAllUrls({ tenantId }: { readonly tenantId: string }) {
  const all = regionUrls(
    tenantId,
    useSettings(({ region }) => region),
  )
  const number = all.reduce((sum, { devices }) => sum + devices.length, 0)
  return (
    <CopyButton
      content={urlsAsText(all)}
      label={urls.copyEverything}
      what={urls.everythingCopied(number)}
      appearance="secondary"
    >
      {urls.copyEverything}
    </CopyButton>
  )
}

function RegionCard(props: { readonly urlsOf: RegionUrls; readonly isOwn: boolean }) {
  const styles = useStyles()
  const id = useId()
  const { urlsOf, isOwn } = props
  const { region, devices } = urlsOf
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.bar}>
        <h2 className={styles.name} id={id}>
          {urls.regionTab(region, urls.regionName[region])}
        </h2>
        {isOwn && (
          <Badge appearance="outline" color="informative">
            {urls.ownRegion}
          </Badge>
        )}
        <div className={styles.copy}>
          <CopyButton
            content={urlsAsText([urlsOf])}
            label={urls.copyAll(region)}
            what={urls.allCopied(devices.length, region)}
          >
            {urls.copyAll(region)}
          </CopyButton>
        </div>
      </div>
      <ul className={styles.list}>
        {devices.map((device) => (
          <DeviceRow key={device.kind} device={device} region={region} />
        ))}
      </ul>
    </section>
  )
}
