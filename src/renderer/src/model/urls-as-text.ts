import type { RegionUrls } from '../../../shared/gateway/provisioning-urls.ts'
import { text } from '../../../shared/text/index.ts'

/** The URLs of regions for a mail or a ticket: one device a line, tab between the columns, an empty line between regions. */
export const urlsAsText = (regions: readonly RegionUrls[]): string =>
  regions.map((one) => linesOf(one).join('\r\n')).join('\r\n')

function linesOf({ region, devices }: RegionUrls): readonly string[] {
  const urls = text.window.urls
  const lines = devices.map(({ label, url, dhcpOption }) =>
    [label, url, dhcpOption === undefined ? '' : urls.dhcpOption(dhcpOption)].join('\t').trimEnd(),
  )
  return [`${urls.title}, ${urls.regionTab(region, urls.regionName[region])}`, ...lines, '']
}
