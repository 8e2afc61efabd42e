import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { isTenantId, type Tenant } from '../../../../shared/gateway/tenant.ts'
import { isIpv4 } from '../../../../shared/site/dhcp/dhcp-lines.ts'
import { type DhcpServer, dhcpServers } from '../../../../shared/site/dhcp/dhcp-request.ts'
import { text } from '../../../../shared/text/index.ts'
import { utcOffsets } from '../../model/utc-offsets.ts'
import { useSite, useStores } from '../../stores/stores-context.tsx'
import { SiteRegion } from './site-region.tsx'
import { SiteSelect } from './site-select.tsx'

const { dhcp } = text.window.site
const { scopes: scopeWords, servers } = text.site.dhcp

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
})

/** What the lines are for: server, region, tenant, scope, time. */
export function DhcpFields({ tenant }: { readonly tenant: Tenant | undefined }) {
  const styles = useStyles()
  const stores = useStores()
  const { server, scopes, ntp, utcOffset } = useSite((data) => data)
  const scope = server in scopeWords ? scopeWords[server as keyof typeof scopeWords] : undefined
  const isNtpWrong = ntp.trim() !== '' && !isIpv4(ntp.trim())
  return (
    <div className={styles.fields}>
      <Field label={dhcp.server}>
        <SiteSelect
          value={server}
          onChange={(_, { value }) => stores.site.setState({ server: value as DhcpServer })}
        >
          {dhcpServers.map((one) => (
            <option key={one} value={one}>
              {servers[one]}
            </option>
          ))}
        </SiteSelect>
      </Field>
      <SiteRegion />
      {!tenant && <TenantId />}
      {scope && (
        <Field label={scope.name} hint={scope.hint}>
          <Input
            value={scopes[server] ?? ''}
            placeholder={scope.example}
            spellCheck={false}
            autoComplete="off"
            onChange={(_, { value }) => stores.site.setState({ scopes: { ...scopes, [server]: value } })}
          />
        </Field>
      )}
      <Field
        label={dhcp.ntp}
        hint={dhcp.ntpHint}
        {...(isNtpWrong && { validationState: 'error', validationMessage: dhcp.ntpWrong })}
      >
        <Input
          value={ntp}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => stores.site.setState({ ntp: value })}
        />
      </Field>
      <Field label={dhcp.offset} hint={dhcp.offsetHint}>
        <SiteSelect
          value={utcOffset === undefined ? '' : String(utcOffset)}
          onChange={(_, { value }) =>
            stores.site.setState({ utcOffset: value === '' ? undefined : Number(value) })
          }
        >
          <option value="">{dhcp.noOffset}</option>
          {utcOffsets.map(({ seconds, name }) => (
            <option key={seconds} value={seconds}>
              {name}
            </option>
          ))}
        </SiteSelect>
      </Field>
    </div>
  )
}

/** Of a tenant that nobody is signed in to. */
function TenantId() {
  const stores = useStores()
  const typed = useSite((data) => data.tenant)
  const isWrong = typed.trim() !== '' && !isTenantId(typed.trim())
  return (
    <Field
      label={dhcp.tenant}
      hint={dhcp.tenantHint}
      {...(isWrong && { validationState: 'error', validationMessage: dhcp.tenantWrong })}
    >
      <Input
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(_, { value }) => stores.site.setState({ tenant: value })}
      />
    </Field>
  )
}
