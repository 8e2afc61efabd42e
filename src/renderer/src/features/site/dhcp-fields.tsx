import { Field } from '@fluentui/react-components'
import { isTenantId, type Tenant } from '../../../../shared/gateway/tenant.ts'
import { type DhcpServer, dhcpServers } from '../../../../shared/site/dhcp/dhcp-request.ts'
import { isIpv4 } from '../../../../shared/site/dhcp/ipv4.ts'
import { text } from '../../../../shared/text/index.ts'
import { utcOffsets } from '../../model/utc-offsets.ts'
import { useSite, useStores } from '../../stores/stores-context.tsx'
import { SiteField, SiteFields } from './site-field.tsx'
import { SiteRegion } from './site-region.tsx'
import { SiteSelect } from './site-select.tsx'

const { dhcp } = text.window.site
const { scopes: scopeWords, servers } = text.site.dhcp

/** What the lines are for: server, region, tenant, scope, time. */
export function DhcpFields({ tenant }: { readonly tenant: Tenant | undefined }) {
  const stores = useStores()
  const { server, scopes, ntp, utcOffset } = useSite((data) => data)
  const scope = server in scopeWords ? scopeWords[server as keyof typeof scopeWords] : undefined
  const isNtpWrong = ntp.trim() !== '' && !isIpv4(ntp.trim())
  return (
    <SiteFields>
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
        <SiteField
          label={scope.name}
          hint={scope.hint}
          placeholder={scope.example}
          value={scopes[server] ?? ''}
          onChange={(value) => stores.site.setState({ scopes: { ...scopes, [server]: value } })}
        />
      )}
      <SiteField
        label={dhcp.ntp}
        hint={dhcp.ntpHint}
        problem={isNtpWrong ? dhcp.ntpWrong : undefined}
        value={ntp}
        onChange={(value) => stores.site.setState({ ntp: value })}
      />
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
    </SiteFields>
  )
}

/** Of a tenant that nobody is signed in to. */
function TenantId() {
  const stores = useStores()
  const typed = useSite((data) => data.tenant)
  const isWrong = typed.trim() !== '' && !isTenantId(typed.trim())
  return (
    <SiteField
      label={dhcp.tenant}
      hint={dhcp.tenantHint}
      problem={isWrong ? dhcp.tenantWrong : undefined}
      value={typed}
      onChange={(value) => stores.site.setState({ tenant: value })}
    />
  )
}
