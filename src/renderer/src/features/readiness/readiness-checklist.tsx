import { Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { checkOff, showSite } from '../../stores/site-actions.ts'
import { useSettings, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { SourceLinks } from '../site/source-links.tsx'
import { useReasonListStyles } from './reason-line.tsx'

const words = text.window.readiness

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  steps: { margin: 0, padding: 0, listStyleType: 'none' },
})

type Step = keyof typeof words.checklistSteps

/** Prerequisites that the app cannot see. The operator checks them off for this tenant. */
export function ReadinessChecklist({ hasSynced }: { readonly hasSynced: boolean }) {
  const styles = useStyles()
  const { title } = useReasonListStyles()
  const stores = useStores()
  const tenant = useSignedIn()?.tenant.id
  const done = useSettings(({ accessSteps }) => (tenant === undefined ? undefined : accessSteps?.[tenant]))
  if (tenant === undefined) return null
  const steps: readonly Step[] = [
    'sites',
    'mfa',
    'access',
    'defaults',
    ...(hasSynced ? ['directory' as const] : []),
  ]
  return (
    <section aria-label={words.checklist}>
      <h3 className={title}>{words.checklist}</h3>
      <p className={styles.lead}>{words.checklistLead}</p>
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Checkbox
              label={words.checklistSteps[step]}
              checked={done?.includes(`readiness ${step}`) ?? false}
              onChange={(_, { checked }) =>
                void checkOff(stores, tenant, `readiness ${step}`, checked === true)
              }
            />
          </li>
        ))}
      </ul>
      <Link inline onClick={() => showSite(stores, 'access')}>
        {words.conditionalAccess}
      </Link>
      <SourceLinks
        links={['planSipGateway', 'configureSipGateway', 'entraAdminCenter', 'teamsAdminCenter']}
      />
    </section>
  )
}
