import type { App, Event, Session, WebContents } from 'electron'

/**
 * Limits any page that is ever loaded to what the app needs, which is almost nothing (Electron, "Security",
 * points 5, 12, 13 and 14). No code overrides certificate errors: Chromium refuses them.
 */
export function restrictPages(app: Pick<App, 'on'>, isAppPage: (address: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => restrict(contents, isAppPage))
}

/** No permission, no device, no download: the page asks for none. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', prevent)
}

function restrict(contents: WebContents, isAppPage: (address: string) => boolean): void {
  // A page may only reload itself.
  const stay = (event: Event<{ url: string; isMainFrame: boolean }>): void => {
    if (!event.isMainFrame || !isAppPage(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', prevent)
  contents.on('will-attach-webview', prevent)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

const prevent = (event: Event): void => event.preventDefault()
