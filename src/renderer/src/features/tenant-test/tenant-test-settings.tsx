import { Button } from '@fluentui/react-components'
import { Stethoscope20Regular } from '@fluentui/react-icons/svg/stethoscope'
import { useEffect, useRef } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { useStores, useTenantTest } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { Section } from '../settings/section.tsx'
import { SettingRow } from '../settings/setting-row.tsx'
import { TenantReport } from './tenant-report.tsx'
import { testTenant } from './tenant-test-actions.ts'
import { useTenantReport } from './use-tenant-report.ts'

const words = text.window.tenantTest

/** Testing the tenant that one is signed in to, and what came of it. */
export function TenantTestSettings() {
  const stores = useStores()
  const tenant = useSignedIn()?.tenant
  const testing = useTenantTest((data) => data.testing)
  const report = useTenantReport()
  const place = useRef<HTMLDivElement>(null)
  // When a test leads here, its progress is in view.
  useEffect(() => {
    if (stores.tenantTest.getState().testing) place.current?.scrollIntoView({ block: 'start' })
  }, [stores])
  return (
    <div ref={place}>
      <Section title={words.title}>
        <SettingRow
          label={tenant?.name ?? text.main.failures.signedOut.message}
          hint={tenant ? words.hint : words.signedOut}
          isField={false}
          control={() => (
            <Button
              icon={<Stethoscope20Regular />}
              disabledFocusable={!tenant || testing}
              onClick={() => testTenant(stores)}
            >
              {testing ? words.testing : report ? words.again : words.run}
            </Button>
          )}
        />
        {report && <TenantReport report={report} />}
      </Section>
    </div>
  )
}
