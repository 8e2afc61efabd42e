import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { useHistory, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { card } from '../../theme/page-layout.ts'
import { testTenantInSettings } from './tenant-test-actions.ts'
import { useTenantReport } from './use-tenant-report.ts'

const tenantTest = text.window.tenantTest
const words = tenantTest.offer

const useStyles = makeStyles({
  card: {
    ...card,
    flexShrink: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  words: { margin: 0, maxWidth: '110ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Shown while signed in to a real tenant in which this computer has no run yet, until it is tested. */
export function TestOffer() {
  const styles = useStyles()
  const stores = useStores()
  const tenant = useSignedIn()?.tenant
  const disk = useHistory((data) => data.disk.value)
  const report = useTenantReport()
  if (!tenant || tenant.simulated || !disk || report) return null
  if (disk.runs.some((one) => one.tenant.id.toLowerCase() === tenant.id.toLowerCase())) return null
  return (
    <section className={styles.card} aria-label={words.name} {...landmark}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.words}>{words.body}</p>
      <div className={styles.actions}>
        <Button onClick={() => testTenantInSettings(stores)}>{tenantTest.run}</Button>
        <Button
          appearance="subtle"
          onClick={() => stores.view.setState({ page: 'help', chapter: 'first-tenant' })}
        >
          {words.guide}
        </Button>
      </div>
    </section>
  )
}
