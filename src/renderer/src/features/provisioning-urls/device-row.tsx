import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { DeviceUrl } from '../../../../shared/gateway/provisioning-urls.ts'
import type { Region } from '../../../../shared/gateway/region.ts'
import { text } from '../../../../shared/text/index.ts'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'

const urls = text.window.urls

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 13rem) minmax(0, 1fr) auto',
    // Wide, and not wide enough for two regions beside each other: each device in one line.
    '@media (min-width: 1400px) and (max-width: 1719px)': {
      gridTemplateColumns: 'minmax(0, 27rem) minmax(0, 1fr) auto',
    },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    '@media (max-width: 999px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    '@media (max-width: 999px)': { gridColumnStart: 1, gridColumnEnd: 3 },
  },
  label: typographyStyles.body1Strong,
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  url: { ...exactText, fontSize: tokens.fontSizeBase200 },
})

/** What one kind of device has to be given in a region. */
export function DeviceRow({ device, region }: { readonly device: DeviceUrl; readonly region: Region }) {
  const styles = useStyles()
  const { label, url, dhcpOption, note } = device
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        {dhcpOption !== undefined && <span className={styles.aside}>{urls.dhcpOption(dhcpOption)}</span>}
      </div>
      <div>
        <code className={styles.url}>{url}</code>
        {note !== undefined && <div className={styles.aside}>{note}</div>}
      </div>
      <CopyButton
        content={url}
        label={urls.copyUrl(label, region)}
        what={urls.urlOf(label, region)}
        appearance="secondary"
      >
        {text.window.frame.copy}
      </CopyButton>
    </li>
  )
}
