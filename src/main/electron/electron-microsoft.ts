import { join } from 'node:path'
import type { App, Net, session } from 'electron'
import { readPages } from '../../core/auth/pages.ts'
import { type Cipher, createTokenCache } from '../../core/auth/token-cache.ts'
import { tokenFile } from '../../core/auth/token-file.ts'
import { hurriedClock, systemClock } from '../../core/clock/clock.ts'
import { createGateways, type ModuleSetup } from '../../core/session/gateways.ts'
import { createMicrosoft, type Microsoft } from '../../core/session/microsoft.ts'
import { createMicrosoftSignIn } from '../../core/session/microsoft-sign-in.ts'
import { loggingWords } from '../../shared/powershell/logging-words.ts'
import { troubleWords } from '../../shared/powershell/trouble-words.ts'
import { text } from '../../shared/text/index.ts'
import type { Log } from '../log/log.ts'
import { callEntry } from '../log/log-entries.ts'
import type { CommandLine } from '../settings/command-line.ts'
import type { Settings } from '../settings/settings.ts'
import { electronFetch, electronServiceFetch } from './electron-fetch.ts'
import type { ProxySignIn } from './proxy-sign-in.ts'

/** Signing in to Microsoft by Electron's network, with the sign-in kept under the encryption of the system. */
export function electronMicrosoft(options: {
  readonly app: Pick<App, 'getPath'>
  readonly net: Pick<Net, 'request'>
  readonly proxy: Pick<ProxySignIn, 'login'>
  readonly session: Pick<typeof session, 'fromPartition'>
  readonly cipher: Cipher
  /** Where the pages lie that the browser shows at the end. */
  readonly resources: string
  readonly commandLine: Pick<CommandLine, 'speed' | 'standIns'>
  readonly openInBrowser: (url: string) => Promise<void>
  readonly userAgent: string
  readonly module: Omit<ModuleSetup, 'trouble' | 'logging'>
  readonly settings: Pick<Settings, 'shown' | 'trouble'>
  readonly log: Log
}): Microsoft {
  const { app, net, proxy, session, cipher, resources, openInBrowser, userAgent, module, settings, log } =
    options
  const { speed, standIns } = options.commandLine
  const signIn = createMicrosoftSignIn({
    cache: createTokenCache({
      store: tokenFile(join(app.getPath('userData'), 'sign-in')),
      cipher,
      onTrouble: ({ kind, cause }) => {
        const { message, remedy } = text.signIn.cache[kind]
        settings.trouble(`${message} ${remedy}`)
        log.unexpected(`sign-in file ${kind}`, cause)
      },
    }),
    fetch: electronFetch(net, session, proxy.login),
    clock: systemClock,
    userAgent,
    browser: { open: openInBrowser, pages: () => readPages(join(resources, 'sign-in')) },
    ...(standIns?.signInLimitMs !== undefined && { timeLimitMs: standIns.signInLimitMs }),
    log: (entry) => log.write({ area: 'sign-in', ...entry }),
    standIns,
  })
  const gateways = createGateways({
    fetch: electronServiceFetch(net, session, proxy.login),
    userAgent,
    onCall: (call) => log.write(callEntry(call)),
    standIns,
    module: {
      ...module,
      // Read anew by each session that is opened.
      get version() {
        return settings.shown().moduleVersion
      },
      logging(kinds) {
        for (const message of loggingWords(kinds)) {
          settings.trouble(message)
          log.write({ level: 'warning', area: 'powershell', message })
        }
      },
      trouble(what) {
        settings.trouble(troubleWords(what))
        log.write({ level: 'warning', area: 'powershell', message: troubleWords(what) })
      },
    },
  })
  return createMicrosoft({
    signIn,
    clientId: () => settings.shown().clientId,
    sessions: {
      gateways,
      way: () => settings.shown().way ?? 'direct',
      clock: standIns ? hurriedClock(speed ?? 1) : systemClock,
    },
  })
}
