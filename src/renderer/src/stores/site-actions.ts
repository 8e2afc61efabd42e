import { overallOf } from '../../../shared/site/check/site-result.ts'
import { isIpv4 } from '../../../shared/site/dhcp/ipv4.ts'
import type { SiteFile } from '../../../shared/site/site-files.ts'
import { text } from '../../../shared/text/index.ts'
import { type AppStores, ask, invoke } from './app-stores.ts'
import { announce } from './live-store.ts'
import { tellSaved } from './saved-files.ts'
import type { SiteTab } from './site-store.ts'

/** Opens a part of the page Provisioning. */
export function showSite(stores: AppStores, tab: SiteTab): void {
  stores.site.setState({ tab })
  stores.view.setState({ page: 'provisioning-urls' })
}

/** Looks at the way to SIP Gateway; one look at a time. */
export async function checkThisSite(stores: AppStores): Promise<void> {
  const { region, publicIp, ntp, checking } = stores.site.getState()
  const [typed, timeServer] = [publicIp.trim(), ntp.trim()]
  if (checking || ![typed, timeServer].every((address) => address === '' || isIpv4(address))) return
  stores.site.setState({ checking: true, failure: undefined })
  const answer = await invoke(stores, 'site:check', {
    region,
    ...(typed !== '' && { publicIp: typed }),
    ...(timeServer !== '' && { timeServer }),
  })
  stores.site.setState({ checking: false })
  if (!answer.ok) {
    stores.site.setState({ failure: answer.failure })
    return
  }
  stores.site.setState({ seen: { ...answer.value, region } })
  const overall = text.site.check.overall[overallOf(answer.value.results)]
  announce(stores.live, text.window.site.check.done(overall))
}

/** Saves a text about the site where the operator says, and says where it is. */
export async function saveSiteFile(stores: AppStores, file: SiteFile, content: string): Promise<void> {
  const answer = await ask(stores, 'app', 'site:save', { file, content })
  if (answer.ok && answer.value !== undefined)
    tellSaved(stores, answer.value, 'app', text.window.site.savedTo(answer.value))
}

/** Checks a step off for a tenant, or takes that back; it is kept with the settings. */
export async function checkOff(
  stores: AppStores,
  tenant: string,
  step: string,
  isDone: boolean,
): Promise<void> {
  const { accessSteps = {} } = stores.settings.getState()
  const others = (accessSteps[tenant] ?? []).filter((one) => one !== step)
  const change = { accessSteps: { ...accessSteps, [tenant]: isDone ? [...others, step] : others } }
  // The box is checked at once, and unchecked again where that cannot be kept.
  stores.settings.setState(change)
  const answer = await ask(stores, 'settings', 'settings:change', change)
  if (answer.ok) stores.settings.setState(answer.value, true)
  else stores.settings.setState({ accessSteps })
}
