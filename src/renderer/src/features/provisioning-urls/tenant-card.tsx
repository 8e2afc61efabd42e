import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Tenant } from '../../../../shared/gateway/tenant.ts'
import { text } from '../../../../shared/text/index.ts'
import { card, exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'

const session = text.window.session
const urls = text.window.urls

const useStyles = makeStyles({
  card: {
    ...card,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalS,
  },
  fact: { minWidth: 0 },
  name: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  tenant: typographyStyles.subtitle2,
  domain: { color: tokens.colorNeutralForeground2 },
  id: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  exact: exactText,
})

/** The tenant the URLs belong to. */
export function TenantCard({ tenant }: { readonly tenant: Tenant }) {
  const styles = useStyles()
  return (
    <div className={styles.card}>
      <div className={styles.fact}>
        <div className={styles.name}>{session.tenant}</div>
        <div>
          <span className={styles.tenant}>{tenant.name}</span>{' '}
          <span className={styles.domain}>{tenant.domain}</span>
        </div>
      </div>
      <div className={styles.fact}>
        <div className={styles.name}>{urls.tenantId}</div>
        <div className={styles.id}>
          <code className={styles.exact}>{tenant.id}</code>
          <CopyButton content={tenant.id} label={urls.copyTenantId} what={urls.tenantId} />
        </div>
      </div>
    </div>
  )
}
