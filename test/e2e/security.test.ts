import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InvokeChannel, invokeChannels } from '../../src/shared/ipc.ts'
import { text } from '../../src/shared/text/index.ts'
import { here, testWith } from '../support/here.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { launchApp } from './support/launch-app.ts'
import { bridgeOf, type PageBridge } from './support/page-bridge.ts'

let app: AppUnderTest
let bridge: PageBridge

beforeAll(async () => {
  app = await launchApp()
  bridge = bridgeOf(app.page)
})

afterAll(() => app.close())

describe('the page', () => {
  test('has of Electron and Node nothing but the bridge', async () => {
    const found = await app.page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter((name) =>
        /^(process|require|module|exports|global|Buffer|setImmediate|__dirname)$|electron|ipc|bulk|host/i.test(
          name,
        ),
      ),
    )

    expect(found).toEqual(['bulkSignIn'])
  })

  test('can neither change nor replace the bridge', async () => {
    const outcome = await app.page.evaluate(() => {
      const attempts = [
        () => Object.assign(window, { bulkSignIn: undefined }),
        () => Object.assign(window.bulkSignIn, { invoke: () => 'forged' }),
        () => Object.assign(window.bulkSignIn.invoke, { call: () => 'forged' }),
        () => Object.defineProperty(window, 'bulkSignIn', { value: 'forged' }),
      ]
      return attempts.map((attempt) => {
        try {
          attempt()
          return 'done'
        } catch (error) {
          return (error as Error).name
        }
      })
    })

    expect(outcome).toEqual(outcome.map(() => 'TypeError'))
    expect(await app.page.evaluate(() => Reflect.deleteProperty(window, 'bulkSignIn'))).toBe(false)
    expect(await app.page.evaluate(() => Object.keys(window.bulkSignIn))).toEqual(['invoke', 'on'])
    expect(await bridge.invoke('session:get')).toMatchObject({ ok: true })
  })

  testWith(here.electron)('runs in a sandbox of its own', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // Not among Electron's published types, but there for exactly this.
      return (contents as unknown as { getLastWebPreferences(): object } | undefined)?.getLastWebPreferences()
    })

    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    })
  })
})

describe('scripts and addresses that the app does not bring', () => {
  test('are forbidden by a policy without exceptions', async () => {
    const policy = await app.evaluate(async ({ net, BrowserWindow }) => {
      const address = BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? ''
      return (await net.fetch(address)).headers.get('content-security-policy')
    })

    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test.each([
    [
      'an inline script',
      () => {
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.head.append(script)
      },
    ],
    [
      'an inline handler',
      () => {
        const button = document.createElement('button')
        button.setAttribute('onclick', 'window.ran = true')
        document.body.append(button)
        button.click()
        button.remove()
      },
    ],
    [
      'a script of another site',
      () => {
        const script = document.createElement('script')
        script.src = 'https://contoso.com/ran.js'
        document.head.append(script)
      },
    ],
    [
      'a frame',
      () => {
        const frame = document.createElement('iframe')
        frame.src = 'https://contoso.com/'
        document.body.append(frame)
      },
    ],
    ['a request to another site', () => void fetch('https://contoso.com/').catch(() => undefined)],
  ])('%s is refused', async (_what, attempt) => {
    const violated = app.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const tell = (event: SecurityPolicyViolationEvent): void => resolve(event.effectiveDirective)
          document.addEventListener('securitypolicyviolation', tell, { once: true })
          setTimeout(resolve, 60_000, 'nothing was refused')
        }),
    )
    await app.page.evaluate(attempt)

    expect(await violated).toMatch(/^(script|frame|connect)-src/)
    expect(await app.page.evaluate(() => 'ran' in window)).toBe(false)
  })

  test('text does not become a script', async () => {
    const outcome = await app.page.evaluate(
      () =>
        new Promise((resolve) =>
          // What a debugger evaluates may do so; what runs later is the page's own again.
          setTimeout(() => {
            try {
              resolve(new Function('return 1')())
            } catch (error) {
              resolve((error as Error).name)
            }
          }),
        ),
    )

    expect(outcome).toBe('EvalError')
  })
})

describe('the way out of the page is closed:', () => {
  beforeAll(() =>
    app.evaluate(({ BrowserWindow }) => {
      const stopped: string[] = []
      Object.assign(globalThis, { stopped })
      // After the app's own listeners, so it sees what they have said.
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
        stopped.push(`${event.defaultPrevented ? 'stopped' : 'let go'} ${event.url}`)
      })
    }),
  )
  const stopped = (): Promise<readonly string[]> =>
    app.evaluate(() => (globalThis as unknown as { stopped: string[] }).stopped)

  test.each(['https://contoso.com/', 'http://localhost:1/', 'app://other/index.html'])(
    'a script cannot navigate to %s',
    async (address) => {
      const before = app.page.url()
      await app.page.evaluate((address) => {
        window.location.href = address
      }, address)

      await expect.poll(stopped).toContain(`stopped ${address}`)
      expect(app.page.url()).toBe(before)
    },
  )

  test('a link cannot be followed', async () => {
    const before = app.page.url()
    await app.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://contoso.com/link'
      link.click()
    })

    await expect.poll(stopped).toContain('stopped https://contoso.com/link')
    expect(app.page.url()).toBe(before)
  })

  test('a document of the page own making cannot be loaded', async () => {
    const before = app.page.url()
    await app.page.evaluate(() => {
      window.location.href = URL.createObjectURL(new Blob(['<p>Forged'], { type: 'text/html' }))
    })

    await expect.poll(stopped).toContainEqual(expect.stringMatching(/^stopped blob:/))
    expect(app.page.url()).toBe(before)
  })

  test('a redirect is not followed', async () => {
    const prevented = await app.evaluate(({ BrowserWindow }) => {
      let prevented = false
      const event = { url: 'app://bulk-sign-in/index.html', preventDefault: () => (prevented = true) }
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-redirect', event)
      return prevented
    })

    expect(prevented).toBe(true)
  })

  test('no window opens, by script or by link', async () => {
    const opened = await app.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://contoso.com/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.remove()
      return window.open('https://contoso.com/')
    })

    expect(opened).toBeNull()
    await bridge.invoke('app:info')
    await expect.poll(() => app.page.context().pages().length).toBe(1)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('no web view attaches', async () => {
    const prevented = await app.evaluate(({ BrowserWindow }) => {
      let prevented = false
      const event = { preventDefault: () => (prevented = true) }
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {})
      return prevented
    })

    expect(prevented).toBe(true)
  })

  test('nothing is downloaded', async () => {
    await app.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['text']))
      link.download = 'text.txt'
      link.click()
    })
    const prevented = await app.evaluate(({ session }) => {
      let prevented = false
      session.defaultSession.emit('will-download', { preventDefault: () => (prevented = true) })
      return prevented
    })

    expect(prevented).toBe(true)
    expect(await bridge.invoke('app:info')).toMatchObject({ ok: true })
  })

  test('and a page that loads itself anew is the same page', async () => {
    const before = app.page.url()
    await app.page.evaluate(() => {
      Object.assign(window, { old: true })
      window.location.reload()
    })

    await expect.poll(() => app.page.evaluate(() => 'old' in window).catch(() => true)).toBe(false)
    expect(app.page.url()).toBe(before)
    expect(await bridge.invoke('app:info')).toMatchObject({ ok: true })
  })
})

describe('permissions', () => {
  test('are never granted', async () => {
    const outcome = await app.page.evaluate(async () => {
      const refused = (work: Promise<unknown>): Promise<unknown> =>
        work.then(
          () => 'granted',
          (error: Error) => error.name,
        )
      return {
        notifications: await Notification.requestPermission(),
        geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
        clipboard: await refused(navigator.clipboard.readText()),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      }
    })

    expect(outcome).toMatchObject({ notifications: 'denied', geolocation: 'denied' })
    expect(outcome.clipboard).toBe('NotAllowedError')
    expect(outcome.camera).toMatch(/^Not(Allowed|Found)Error$/)
  })

  test('no certificate error is overridden', async () => {
    const listeners = await app.evaluate(
      ({ app, BrowserWindow }) =>
        app.listenerCount('certificate-error') +
        (BrowserWindow.getAllWindows()[0]?.webContents.listenerCount('certificate-error') ?? 0),
    )

    expect(listeners).toBe(0)
  })
})

describe('the app scheme', () => {
  test.each([
    'app://bulk-sign-in/../package.json',
    'app://bulk-sign-in/%2e%2e/%2e%2e/package.json',
    'app://bulk-sign-in/..%2f..%2fpackage.json',
    'app://bulk-sign-in/..%5c..%5cpackage.json',
    'app://bulk-sign-in/..%2fmain%2findex.js',
    'app://bulk-sign-in/%2fetc%2fpasswd',
    'app://bulk-sign-in/index.html%00.js',
    'app://other/index.html',
  ])('does not give %s', async (address) => {
    const answer = await app.evaluate(async ({ net }, address) => {
      const { status, headers } = await net.fetch(address)
      return { status, type: headers.get('content-type') }
    }, address)

    expect(answer).toMatchObject({ status: 404, type: null })
  })
})

describe('the channels', () => {
  test('are those of the contract and no others', async () => {
    const open = await app.evaluate(({ ipcMain }) => [
      ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
    ])

    expect(open.toSorted()).toEqual([...invokeChannels].toSorted())
  })

  test.each(['shell:open', 'ELECTRON_BROWSER_REQUIRE', '__proto__', 'toString'])(
    'do not include %s',
    async (channel) => {
      await expect(bridge.invoke(channel as InvokeChannel)).rejects.toThrow('Unknown channel')
      await expect(bridge.listen(channel as never)).rejects.toThrow('Unknown channel')
    },
  )

  test.each(invokeChannels)('%s refuses what does not fit', async (channel) => {
    for (const request of ['forged', 0, { sheet: null }, ['x']]) {
      // A text is what the clipboard takes.
      if (channel === 'clipboard:write' && request === 'forged') continue
      expect(await bridge.invoke(channel, request)).toEqual({
        ok: false,
        failure: { kind: 'bad-request', ...text.main.failures.badRequest(channel) },
      })
    }
  })

  test('carry nothing that cannot be cloned', async () => {
    const outcome = await app.page.evaluate(async () => {
      try {
        return await window.bulkSignIn.invoke('clipboard:write', new WeakMap() as never)
      } catch (error) {
        return (error as Error).message
      }
    })

    expect(outcome).toContain('could not be cloned')
  })

  test.each(['subframe', 'other origin', 'other window', 'no frame'] as const)(
    'do not answer a sender that is a %s',
    async (sender) => {
      const answers = await app.evaluate(
        async ({ ipcMain, BrowserWindow }, { sender, channels }) => {
          const handlers = (
            ipcMain as unknown as {
              _invokeHandlers: Map<string, (event: object, request: unknown) => unknown>
            }
          )._invokeHandlers
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          if (!contents) throw new Error('There is no window')
          const { url, frameTreeNodeId, processId, routingId } = contents.mainFrame
          const frame = { url, frameTreeNodeId, processId, routingId, parent: null as object | null }
          const own = { sender: { id: contents.id }, senderFrame: frame }
          const forged = {
            subframe: { ...own, senderFrame: { ...frame, frameTreeNodeId: -1, parent: frame } },
            'other origin': { ...own, senderFrame: { ...frame, url: 'https://contoso.com/' } },
            'other window': { ...own, sender: { id: -1 } },
            'no frame': { ...own, senderFrame: null },
          }[sender]
          // The very same event, not forged, is answered: it is the forgery that is refused.
          const answered = (await handlers.get('app:info')?.(own, undefined)) as { ok: boolean }
          if (!answered.ok) throw new Error('The event itself is not right')
          return Promise.all(channels.map((channel) => handlers.get(channel)?.(forged, undefined)))
        },
        { sender, channels: invokeChannels },
      )

      expect(answers).toEqual(
        invokeChannels.map(() => ({
          ok: false,
          failure: { kind: 'bad-request', ...text.main.failures.foreignSender },
        })),
      )
    },
  )
})
