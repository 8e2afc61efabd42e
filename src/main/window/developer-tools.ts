import type { App, WebContents } from 'electron'

/**
 * A release has Chromium's developer tools only when started with `--developer-tools`. Switches that would let a debugger in
 * from outside are removed from Chromium's command line. Must be called as main is loaded, because Electron begins to listen
 * right after that (shell/browser/electron_browser_main_parts.cc, PreMainMessageLoopRun).
 */
export function withholdDeveloperTools(app: {
  readonly commandLine: Pick<App['commandLine'], 'removeSwitch'>
}): void {
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'])
    app.commandLine.removeSwitch(name)
}

/** F12 opens and closes them: there is no menu to do so. */
export function offerDeveloperTools(contents: Pick<WebContents, 'on' | 'toggleDevTools'>): void {
  contents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'F12') contents.toggleDevTools()
  })
}
