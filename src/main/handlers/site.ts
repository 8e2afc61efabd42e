import { readTrustedAddresses } from '../../core/gateway/trusted-addresses.ts'
import type { SessionService } from '../../core/session/session-service.ts'
import type { Region } from '../../shared/gateway/region.ts'
import { succeed } from '../../shared/result.ts'
import { judgeSite } from '../../shared/site/check/judge.ts'
import type { SiteObservations } from '../../shared/site/check/observation.ts'
import { text } from '../../shared/text/index.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Handlers } from '../ipc/answer.ts'

const names = text.site.files

/** Looking at the way to SIP Gateway, and saving what is said about the site. */
export function siteHandlers(options: {
  readonly look: (region: Region, timeServer: string | undefined) => Promise<SiteObservations>
  readonly sessions: Pick<SessionService, 'current'>
  readonly dialogs: Pick<FileDialogs, 'saveText'>
}): Pick<Handlers, 'site:check' | 'site:save'> {
  return {
    'site:check': async ({ region, publicIp, timeServer }) => {
      const session = options.sessions.current()
      const [seen, trusted] = await Promise.all([
        options.look(region, timeServer),
        session && readTrustedAddresses(session),
      ])
      const results = judgeSite(seen, region, { publicIp, trusted })
      return succeed({ address: seen.ipv4, defaultGateway: seen.defaultGateway, results })
    },
    'site:save': async ({ file, content }) => {
      const chosen = await options.dialogs.saveText(names[file])
      if (chosen === undefined) return succeed(undefined)
      const written = await writeWhole(chosen, content)
      return written.ok ? succeed(chosen) : written
    },
  }
}
