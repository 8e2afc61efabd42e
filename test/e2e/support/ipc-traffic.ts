import type { AppUnderTest } from './app-under-test.ts'

/** Writes down all that crosses between main and the page from now on; the function returned tells it. */
export async function recordTraffic({ evaluate }: AppUnderTest): Promise<() => Promise<string>> {
  await evaluate(({ ipcMain, BrowserWindow }) => {
    const traffic: string[] = []
    Object.assign(globalThis, { traffic })
    // Electron's own, though not documented.
    const handlers = (
      ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => unknown>
      }
    )._invokeHandlers
    for (const [channel, handle] of handlers)
      handlers.set(channel, async (event, ...args) => {
        const answer = await handle(event, ...args)
        traffic.push(JSON.stringify([channel, args, answer]))
        return answer
      })
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send
      webContents.send = (channel, ...args) => {
        traffic.push(JSON.stringify([channel, args]))
        send.call(webContents, channel, ...args)
      }
    }
  })
  return () => evaluate(() => (globalThis as unknown as { traffic: string[] }).traffic.join('\n'))
}
