import type { WebContents, WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import { isOwnPage } from '../../../src/main/ipc/sender.ts'
import { appOrigin, originOf } from '../../../src/main/page/app-origin.ts'

const frame = (url: string, frameTreeNodeId = 1) => ({ url, frameTreeNodeId }) as WebFrameMain
const mainFrame = frame(`${appOrigin}/index.html`)
const contents = { id: 7, mainFrame } as WebContents
const page = { contents, origin: appOrigin, originOf }

test('the top frame of the window with the page of the app in it is trusted', () => {
  const sameFrame = frame(`${appOrigin}/index.html#phones`)

  expect(isOwnPage({ sender: contents, senderFrame: sameFrame }, page)).toBe(true)
})

test.each([
  ['a frame that is gone', { sender: contents, senderFrame: null }],
  ['a subframe', { sender: contents, senderFrame: frame(`${appOrigin}/index.html`, 2) }],
  ['another window', { sender: { ...contents, id: 8 } as WebContents, senderFrame: mainFrame }],
  ['another origin', { sender: contents, senderFrame: frame('https://contoso.com/') }],
  ['an origin that begins the same', { sender: contents, senderFrame: frame(`${appOrigin}.example/`) }],
  ['the scheme alone', { sender: contents, senderFrame: frame('app://other/index.html') }],
  ['no address', { sender: contents, senderFrame: frame('') }],
])('%s is not', (_name, sender) => {
  expect(isOwnPage(sender, page)).toBe(false)
})

test('before there is a window nobody is', () => {
  expect(isOwnPage({ sender: contents, senderFrame: mainFrame }, { ...page, contents: undefined })).toBe(
    false,
  )
})
