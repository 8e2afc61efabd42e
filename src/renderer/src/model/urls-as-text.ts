import type { RegionUrls } from '../../../shared/gateway/provisioning-urls.ts'
import { text } from '../../../shared/text/index.ts'

/** The URLs of a region for a mail or a ticket: one device a line, tab between the columns. */
export function urlsAsText({ region, devices }: RegionUrls): string {
  const { urls } = text.window
  const lines = devices.map(({ label, url, dhcpOption }) =>
    [label, url, dhcpOption === undefined ? '' : urls.dhcpOption(dhcpOption)].join('\t').trimEnd(),
  )
  return [`${urls.title}, ${urls.regionTab(region, urls.regionName[region])}`, ...lines, ''].join('\r\n')
}
