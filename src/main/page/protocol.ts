import { protocol } from 'electron'
import { appScheme } from './app-origin.ts'
import { answerFrom } from './page-files.ts'

/** Must be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page under the app's own origin. */
export function serveAppScheme(folder: string): void {
  protocol.handle(appScheme, (request) => answerFrom(folder, request))
}
