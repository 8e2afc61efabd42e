import type { BridgeEnd } from './bridge-end.ts'

/** Told to the preload's world, and from there to the host. */
export type WindowOpening = { readonly url: string; readonly frameName: string; readonly features: string }

/**
 * What the page's own world is given besides the bridge: `window.open` opens nothing by itself, as in Electron
 * where main decides. Refers to nothing outside itself.
 */
export function pageWorld(bridge: BridgeEnd): void {
  window.open = new Proxy(window.open, {
    apply(_open, _window, [url = 'about:blank', frameName = '', features = '']) {
      bridge.tell({ url: new URL(url, document.baseURI).href, frameName, features } satisfies WindowOpening)
      return null
    },
  })
}
