import type { WebContents, WebFrameMain } from 'electron'
import { expect, test, vi } from 'vitest'
import { type AnswerOptions, answer, type Sender } from '../../src/main/ipc/answer.ts'
import { isOwnPage } from '../../src/main/ipc/sender.ts'
import { appOrigin, originOf } from '../../src/main/page/app-origin.ts'
import { invokeChannels } from '../../src/shared/ipc.ts'
import { succeed } from '../../src/shared/result.ts'
import { sameHandler } from '../support/same-handler.ts'
import { attackStrings } from './support/attack-strings.ts'
import { hostileValues } from './support/hostile-values.ts'
import { someOf, tell } from './support/prove.ts'
import { validRequests } from './support/valid-requests.ts'

const handled = vi.fn((request: unknown) => succeed(request))
const unexpected = vi.fn()
const handlers = sameHandler(handled)
const options = (isTrusted: AnswerOptions['isTrusted']): AnswerOptions => ({
  handlers,
  isTrusted,
  unexpected,
})
const own = {} as Sender

test('whatever a page sends, it is answered with a value or with bad-request, and nothing is thrown', async () => {
  let checked = 0
  for (const channel of invokeChannels)
    for (const request of someOf(mutationsOf(validRequests[channel]))) {
      const sent = cloned(request)
      if (!sent) continue
      handled.mockClear()
      const answered = await answer(
        channel,
        own,
        [sent.value],
        options(() => true),
      )

      checked++
      if (answered.ok) expect(handled).toHaveBeenCalledOnce()
      else {
        expect(answered.failure.kind).toBe('bad-request')
        expect(handled).not.toHaveBeenCalled()
      }
    }
  expect(unexpected).not.toHaveBeenCalled()
  expect({}).not.toHaveProperty('polluted')
  expect(checked).toBeGreaterThan(1000)
  tell('requests of every channel', checked)
})

test('what gets through has a plain prototype and only the keys of the contract', async () => {
  for (const channel of invokeChannels) {
    const valid: unknown = validRequests[channel]
    if (typeof valid !== 'object' || valid === null) continue
    const more = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"a":1},"more":1}')
    handled.mockClear()
    await answer(
      channel,
      own,
      [structuredClone({ ...more, ...valid })],
      options(() => true),
    )

    for (const [request] of handled.mock.calls) {
      expect(Object.getPrototypeOf(request)).toBe(Object.prototype)
      expect(Object.keys(valid)).toEqual(expect.arrayContaining(Object.keys(request as object)))
    }
  }
})

test('more arguments than one are none of the contract', async () => {
  for (const channel of invokeChannels)
    for (const { make } of hostileValues)
      expect(
        await answer(
          channel,
          own,
          [validRequests[channel], make()],
          options(() => true),
        ),
      ).toMatchObject({ failure: { kind: 'bad-request' } })
})

test('no sender but the page of the app is answered, on no channel', async () => {
  const mainFrame = { url: `${appOrigin}/index.html`, frameTreeNodeId: 1 } as WebFrameMain
  const contents = { id: 7, mainFrame } as WebContents
  const page = { contents, origin: appOrigin, originOf }
  const isTrusted = (sender: Sender): boolean => isOwnPage(sender, page)
  const gone = new Proxy({} as WebFrameMain, {
    get() {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
  })
  const frame = (url: string, frameTreeNodeId = 1): WebFrameMain => ({ url, frameTreeNodeId }) as WebFrameMain
  const addresses = [
    '',
    'about:blank',
    'about:srcdoc',
    'null',
    'app:',
    'app://',
    'app:///index.html',
    'app://bulk-sign-in.contoso.com/index.html',
    'app://bulk-sign-in:80/index.html',
    'app://bulk-sign-in@contoso.com/index.html',
    'app://contoso.com/bulk-sign-in/index.html',
    'app://contoso.com/?app://bulk-sign-in/index.html',
    'apps://bulk-sign-in/index.html',
    'blob:app://bulk-sign-in/0',
    'filesystem:app://bulk-sign-in/temporary/a',
    'view-source:app://bulk-sign-in/index.html',
    'data:text/html,app://bulk-sign-in/index.html',
    'file:///index.html',
    'https://bulk-sign-in/index.html',
    'devtools://devtools/bundled/inspector.html',
    'chrome-extension://bulk-sign-in/index.html',
    ...attackStrings,
  ]
  const senders: readonly Sender[] = [
    ...addresses.map((url) => ({ sender: contents, senderFrame: frame(url) })),
    { sender: contents, senderFrame: frame(mainFrame.url, 2) },
    { sender: { ...contents, id: 8 } as WebContents, senderFrame: mainFrame },
    { sender: contents, senderFrame: null },
    { sender: contents, senderFrame: gone },
  ]
  handled.mockClear()
  for (const channel of invokeChannels)
    for (const sender of senders) {
      const answered = await answer(channel, sender, [validRequests[channel]], options(isTrusted))
      expect(answered).toMatchObject({ ok: false, failure: { message: expect.any(String) } })
    }

  expect(handled).not.toHaveBeenCalled()
  // The very same question of the page itself is answered.
  expect(
    await answer('app:info', { sender: contents, senderFrame: mainFrame }, [undefined], options(isTrusted)),
  ).toMatchObject({ ok: true })
  tell('foreign senders', invokeChannels.length * senders.length)
})

/** The request with each part of it, and it itself, replaced by each hostile value and text. */
function mutationsOf(request: unknown): readonly (() => unknown)[] {
  const values = [
    ...hostileValues.map(({ make }) => make),
    ...['\u0000', 'a'.repeat(2_000_000)].map((text) => () => text),
  ]
  return pathsOf(request).flatMap((path) => values.map((make) => () => replaced(request, path, make())))
}

type Path = readonly (string | number)[]

function pathsOf(part: unknown): readonly Path[] {
  if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return [[]]
  return [
    [],
    ...Object.entries(part).flatMap(([key, within]) => pathsOf(within).map((path) => [key, ...path])),
  ]
}

function replaced(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  const copy: Record<string, unknown> = Array.isArray(whole)
    ? (Object.assign([], whole) as never)
    : { ...(whole as object) }
  copy[key] = replaced(copy[key], rest, value)
  return copy
}

/** What arrives in main; undefined for what never leaves the page. */
function cloned(make: () => unknown): { readonly value: unknown } | undefined {
  try {
    return { value: structuredClone(make()) }
  } catch {
    return undefined
  }
}
