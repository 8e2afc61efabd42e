import type { BrowserWindowConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { createPagePrinter } from '../../../src/main/page/page-printer.ts'

function printing(load: (address: string) => Promise<void>, limit?: () => AbortSignal) {
  const opened: BrowserWindowConstructorOptions[] = []
  const destroy = vi.fn()
  const addresses: string[] = []
  const printer = createPagePrinter((options) => {
    opened.push(options)
    const webContents = {
      async loadURL(address: string) {
        addresses.push(address)
        await load(address)
      },
      printToPDF: async () => Buffer.from('%PDF'),
    }
    return { webContents: webContents as never, destroy }
  }, limit)
  const answer = (address = addresses.at(-1) ?? '') => printer.answer(new Request(address))
  return { printer, opened, destroy, addresses, answer }
}

test('prints in a hidden window without scripts, Node or preload, and leaves nothing behind', async () => {
  const seen: (Response | undefined)[] = []
  const { printer, opened, destroy, addresses, answer } = printing(async () => void seen.push(answer()))
  expect(String(await printer.print('<p>Contoso</p>'))).toBe('%PDF')

  expect(await seen[0]?.text()).toBe('<p>Contoso</p>')
  expect(seen[0]?.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'",
  )
  const [{ show, webPreferences: { preload, ...preferences } = {} } = {}] = opened
  expect([show, preload]).toEqual([false, undefined])
  expect(preferences).toMatchObject({
    ...{ javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  expect(destroy).toHaveBeenCalledOnce()
  expect(answer()).toBeUndefined()

  // Nobody can tell the address of the next one.
  await printer.print('<p>Fabrikam</p>')
  expect(new Set(addresses).size).toBe(2)
  expect(answer('app://print/report.html')).toBeUndefined()
})

test('leaves no window and no document where the print fails', async () => {
  const { printer, destroy, answer } = printing(async () => {
    throw new Error('ERR_FAILED (-2)')
  })
  await expect(printer.print('<p>Contoso</p>')).rejects.toThrow('ERR_FAILED (-2)')
  expect(destroy).toHaveBeenCalledOnce()
  expect(answer()).toBeUndefined()
})

test('ends a print that takes too long, and leaves no window and no document', async () => {
  const limit = new AbortController()
  const { printer, destroy, answer } = printing(
    () => new Promise(() => limit.abort(new DOMException('Too long.', 'TimeoutError'))),
    () => limit.signal,
  )
  await expect(printer.print('<p>Contoso</p>')).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(destroy).toHaveBeenCalledOnce()
  expect(answer()).toBeUndefined()
})
