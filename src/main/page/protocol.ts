import { protocol } from 'electron'
import { appScheme } from './app-origin.ts'
import { answerFrom } from './page-files.ts'
import type { PagePrinter } from './page-printer.ts'

/** Must be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page under the app's own origin, and what is being printed under another one. */
export function serveAppScheme(folder: string, printer: Pick<PagePrinter, 'answer'>): void {
  protocol.handle(appScheme, (request) => printer.answer(request) ?? answerFrom(folder, request))
}
