import { MessageBar, makeStyles, tokens } from '@fluentui/react-components'
import { defaultClientId } from '../../../shared/auth/client-id.ts'
import { text } from '../../../shared/text/index.ts'
import { landmark } from '../components/landmarks.ts'
import { MessageText } from '../components/message-text.tsx'
import { AdvancedSettings } from '../features/settings/advanced-settings.tsx'
import { FileBesideSettings } from '../features/settings/file-beside-settings.tsx'
import { KeptWhere } from '../features/settings/kept-where.tsx'
import { RegisterSteps } from '../features/settings/register-steps.tsx'
import { Section } from '../features/settings/section.tsx'
import { SupportSettings } from '../features/settings/support-settings.tsx'
import { TypedSetting } from '../features/settings/typed-setting.tsx'
import { UpdateSettings } from '../features/settings/update-settings.tsx'
import { WaySettings } from '../features/settings/way-settings.tsx'
import { WorkSettings } from '../features/settings/work-settings.tsx'
import { TenantTestSettings } from '../features/tenant-test/tenant-test-settings.tsx'
import { useSettings } from '../stores/stores-context.tsx'
import { pageTitle, readingPage } from '../theme/page-layout.ts'

const settings = text.window.settings
const { signIn } = settings

const useStyles = makeStyles({
  page: readingPage,
  title: pageTitle,
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** What the operator can choose, where help comes from, and what is kept where. */
export function SettingsPage() {
  const styles = useStyles()
  const troubles = useSettings((data) => data.troubles)
  return (
    <div className={styles.page} {...landmark}>
      <div>
        <h1 className={styles.title}>{settings.title}</h1>
        <p className={styles.lead}>{settings.lead}</p>
      </div>
      {troubles.length > 0 && (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageText title={settings.troubles}>
            {troubles.map((trouble) => (
              <div key={trouble}>{trouble}</div>
            ))}
          </MessageText>
        </MessageBar>
      )}
      <FileBesideSettings />
      <Section title={signIn.title} note={signIn.note}>
        <TypedSetting
          setting="clientId"
          label={signIn.clientId}
          hint={signIn.clientIdHint}
          placeholder={defaultClientId}
        />
        <TypedSetting
          setting="tenant"
          label={signIn.tenant}
          hint={signIn.tenantHint}
          placeholder={signIn.tenantPlaceholder}
        />
        <RegisterSteps />
      </Section>
      <TenantTestSettings />
      <WaySettings />
      <WorkSettings />
      <AdvancedSettings />
      <UpdateSettings />
      <SupportSettings />
      <KeptWhere />
    </div>
  )
}
