import { provisioningUrls, type RegionUrls } from '../shared/gateway/provisioning-urls.ts'
import type { Region } from '../shared/gateway/region.ts'
import { isTenantId } from '../shared/gateway/tenant.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { print, printJson } from './print.ts'

/** Prints the provisioning URLs of a tenant, for each region or one. */
export function urlsCommand({
  tenant,
  region,
  json,
}: {
  tenant: string
  region?: Region
  json?: true
}): void {
  if (!isTenantId(tenant)) throw new Stop(exitCode.usage, text.cli.program.notATenantId(tenant))
  const urls = provisioningUrls(tenant).filter((one) => !region || one.region === region)
  if (json) printJson({ tenantId: tenant, regions: urls })
  else printUrls(urls)
}

function printUrls(urls: readonly RegionUrls[]): void {
  for (const { region: name, devices } of urls) {
    print(name)
    const width = Math.max(...devices.map(({ label }) => label.length))
    for (const { label, url, dhcpOption } of devices)
      print(
        `  ${label.padEnd(width)}  ${url}${dhcpOption ? `  (${text.cli.run.dhcpOption(dhcpOption)})` : ''}`,
      )
  }
}
