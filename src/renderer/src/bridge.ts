import type { Bridge } from '../../shared/ipc.ts'

declare global {
  interface Window {
    /** Put there by the preload; the page's only way out. */
    readonly bulkSignIn: Bridge
  }
}

/** What the preload exposes. */
export const bridge = (): Bridge => window.bulkSignIn
