import type { PrintToPDFOptions } from 'electron'
import type { Cdp, Protocol } from './cdp.ts'
import type { Media } from './control.ts'
import type { WindowOpening } from './page/page-world.ts'
import type { FromPage, ToPage } from './page/preload-world.ts'
import { worldScripts } from './page/scripts.ts'

/** What a page of the browser asks of whoever holds it. Addresses are the browser's. */
export type PageOwner = {
  readonly preload: string
  /** Whether scripts of the page run. */
  readonly hasScripts: boolean
  readonly size: { readonly width: number; readonly height: number }
  readonly media: Media
  took(message: FromPage): void
  /** Whether a navigation that the page has begun may go on. */
  mayNavigate(address: string, inTopFrame: boolean): boolean
  /** The answer to a request of the page; undefined for one that goes to this computer itself. */
  answer(request: Request): Promise<Response> | undefined
  /** A window that the page has opened by other means than `window.open`. */
  opened(details: WindowOpening): void
  /** The page has its document. */
  parsed(): void
  /** A document is loaded to its end; `loader`: what `navigate` answers, where that has brought it. */
  loaded(loader: string): void
  navigated(address: string): void
  crashed(): void
  /** The page is gone; nothing follows any more. */
  gone(): void
}

/** A page of the browser, and the world of the preload in it. */
export type PageLink = {
  readonly targetId: string
  /** Resolves when the page has begun to load the document, with what `loaded` tells later; undefined where nothing is loaded. */
  navigate(address: string): Promise<string | undefined>
  reload(): Promise<void>
  post(message: ToPage): void
  run(expression: string): Promise<unknown>
  /** Lets whoever sits before a headed browser choose a file; undefined when that was cancelled. */
  chooseFile(): Promise<string | undefined>
  emulate(media: Media): Promise<void>
  /** As Electron's: its options are those of the protocol by other names. */
  print(options: PrintToPDFOptions): Promise<Buffer>
  crash(): void
  close(): void
}

const preloadWorldName = 'electron-host preload'
const takeName = 'electronHostTake'
const postName = 'electronHostPost'

/** Opens an empty page that is ready to be navigated. */
export async function openPage(browser: Cdp, owner: PageOwner): Promise<PageLink> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', ...owner.size })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const page = browser.session(sessionId)
  let preloadContext: number | undefined
  let begunByHost = false

  followContexts()
  followRequests()
  followEnd()
  await prepare()
  // Only now: what became of the empty page is told once it is asked for.
  page.on('Page.lifecycleEvent', ({ name, frameId, loaderId }) => {
    if (name === 'load' && frameId === targetId) owner.loaded(loaderId)
  })

  function followContexts(): void {
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = (context.auxData as { frameId?: string } | undefined)?.frameId
      if (context.name === preloadWorldName && frame === targetId) preloadContext = context.id
    })
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === preloadContext) preloadContext = undefined
    })
    page.on('Runtime.executionContextsCleared', () => {
      preloadContext = undefined
    })
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === postName && executionContextId === preloadContext) owner.took(JSON.parse(payload))
    })
    page.on('Page.domContentEventFired', () => owner.parsed())
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) owner.navigated(frame.url)
    })
  }

  function followRequests(): void {
    let opening: WindowOpening | undefined
    page.on('Fetch.requestPaused', (paused) => void settle(paused).catch(ignoreClosed))
    page.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      opening = { url, frameName: windowName, features: windowFeatures.join(',') }
    })
    browser.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.openerId !== targetId) return
      void browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(ignoreClosed)
      owner.opened(opening ?? { url: targetInfo.url, frameName: '', features: '' })
    })
  }

  async function settle(paused: Protocol.Fetch.requestPausedPayload): Promise<void> {
    const { requestId, request, resourceType, frameId } = paused
    const refuse = (errorReason: Protocol.Network.ErrorReason): Promise<unknown> =>
      page.send('Fetch.failRequest', { requestId, errorReason })

    if (resourceType === 'Document') {
      const inTopFrame = frameId === targetId
      const mayGo = (inTopFrame && begunByHost) || owner.mayNavigate(request.url, inTopFrame)
      if (inTopFrame) begunByHost = false
      // Of all reasons this one leaves the page where it is.
      if (!mayGo) return void (await refuse('Aborted'))
    }
    const { method, headers } = request
    const response = await owner.answer(new Request(request.url, { method, headers }))
    if (!response) return void (await page.send('Fetch.continueRequest', { requestId }))
    if (response.type === 'error') return void (await refuse('Failed'))
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: Array.from(response.headers, ([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }

  function followEnd(): void {
    page.on('Inspector.targetCrashed', () => owner.crashed())
    browser.on('Target.targetDestroyed', (destroyed) => {
      if (destroyed.targetId === targetId) owner.gone()
    })
  }

  async function prepare(): Promise<void> {
    const { platform, arch, versions } = process
    const scripts = worldScripts(owner.preload, {
      postName,
      takeName,
      process: { platform, arch, versions },
    })
    await browser.send('Target.setDiscoverTargets', { discover: true })
    await Promise.all([
      page.send('Page.enable'),
      page.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      page.send('Runtime.enable'),
      page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      page.send('Runtime.addBinding', { name: postName, executionContextName: preloadWorldName }),
      // In this order: the preload's world calls the page's as soon as it runs.
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
      page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.preload,
        worldName: preloadWorldName,
      }),
    ])
    await emulate(owner.media)
    if (!owner.hasScripts) await page.send('Emulation.setScriptExecutionDisabled', { value: true })
  }

  async function emulate({ colorScheme, forcedColors }: Media): Promise<void> {
    await page.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: colorScheme },
        { name: 'forced-colors', value: forcedColors },
      ],
    })
  }

  return {
    targetId,
    async navigate(address) {
      begunByHost = true
      const { errorText, loaderId } = await page.send('Page.navigate', { url: address })
      if (errorText) throw new Error(`${errorText} loading '${address}'`)
      return loaderId
    },
    async reload() {
      begunByHost = true
      await page.send('Page.reload')
    },
    post(message) {
      if (preloadContext === undefined) return
      void page
        .send('Runtime.callFunctionOn', {
          executionContextId: preloadContext,
          functionDeclaration: `(message) => globalThis.${takeName}(message)`,
          arguments: [{ value: JSON.stringify(message) }],
        })
        .catch(ignoreClosed)
    },
    async run(expression) {
      const { result } = await page.send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
      })
      return result.value
    },
    async chooseFile() {
      const { result } = await page.send('Runtime.evaluate', {
        expression: fileChosen,
        awaitPromise: true,
        userGesture: true,
      })
      if (!result.objectId) return undefined
      return (await page.send('DOM.getFileInfo', { objectId: result.objectId })).path
    },
    emulate,
    async print({ pageSize = 'Letter', generateTaggedPDF = false, ...options }) {
      if (pageSize !== 'A4')
        throw new Error(`electron-host: paper of the size ${pageSize} is not implemented`)
      const { data } = await page.send('Page.printToPDF', {
        ...{ paperWidth: 8.27, paperHeight: 11.7, generateTaggedPDF },
        ...{ printBackground: options.printBackground ?? false },
        ...{ preferCSSPageSize: options.preferCSSPageSize ?? false },
        ...{ generateDocumentOutline: options.generateDocumentOutline ?? false },
      })
      return Buffer.from(data, 'base64')
    },
    // A page that has crashed answers nothing.
    crash: () => void page.send('Page.crash'),
    close: () => void browser.send('Target.closeTarget', { targetId }).catch(ignoreClosed),
  }
}

/** The browser's own dialog, which nothing but an input in the page opens. */
const fileChosen = `new Promise((resolve) => {
  const input = Object.assign(document.createElement('input'), { type: 'file' })
  input.addEventListener('change', () => resolve(input.files[0]))
  input.addEventListener('cancel', () => resolve(undefined))
  input.click()
})`

/** A page may be closed or reloaded while something is under way to it. */
function ignoreClosed(error: Error): void {
  if (!/closed|detached|not found|Cannot find context|Invalid InterceptionId|No target/i.test(error.message))
    throw error
}
