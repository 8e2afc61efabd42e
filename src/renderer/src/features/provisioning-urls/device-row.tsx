import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { DeviceUrl } from '../../../../shared/gateway/provisioning-urls.ts'
import { text } from '../../../../shared/text/index.ts'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'

const { urls } = text.window

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  label: typographyStyles.body1Strong,
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  url: { ...exactText, '@media (max-width: 1199px)': { fontSize: tokens.fontSizeBase200 } },
})

/** What one kind of device has to be given. */
export function DeviceRow({ device }: { readonly device: DeviceUrl }) {
  const styles = useStyles()
  const { label, url, dhcpOption, note } = device
  return (
    <li className={styles.row}>
      <div>
        <div className={styles.head}>
          <span className={styles.label}>{label}</span>
          {dhcpOption !== undefined && <span className={styles.aside}>{urls.dhcpOption(dhcpOption)}</span>}
        </div>
        <code className={styles.url}>{url}</code>
        {note !== undefined && <div className={styles.aside}>{note}</div>}
      </div>
      <CopyButton content={url} label={urls.copyUrl(label)} what={urls.urlOf(label)} appearance="secondary">
        {text.window.frame.copy}
      </CopyButton>
    </li>
  )
}
