import type { HostDisplay } from './electron/screen.ts'

/** The words between a test and the host process that runs the app for it. */
export type ToHost =
  | { readonly kind: 'start'; readonly options: HostOptions }
  /** The test is connected to the browser and will see every window from its beginning. */
  | { readonly kind: 'attached' }
  /** The test is ready for the window to load. */
  | { readonly kind: 'window-ready'; readonly targetId: string }
  /** Calls a function with main's `electron` and one argument. */
  | { readonly kind: 'evaluate'; readonly id: number; readonly source: string; readonly arg: unknown }

export type FromHost =
  | { readonly kind: 'browser'; readonly endpoint: string; readonly pid: number | undefined }
  | { readonly kind: 'window'; readonly targetId: string }
  /** The app is ready, and what it does at once is done. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string }

export type HostOptions = {
  /** The folder with package.json and `out`. */
  readonly appFolder: string
  readonly args: readonly string[]
  /** Whether the app is told that it is a release. */
  readonly packaged?: boolean
  readonly chromium: string
  /** A folder for what the browser keeps; whoever starts the host removes it. */
  readonly profile: string
  readonly headed: boolean
  /** Where a headed host saves what main asks a place for: a browser has no such dialog. */
  readonly saveFolder?: string
  /** Whether a test drives the windows, and wants to see them before anything loads. */
  readonly driven: boolean
  readonly media: Media
  /** One of the usual size, where none are named. */
  readonly displays?: readonly HostDisplay[]
}

export type Media = {
  readonly colorScheme: 'light' | 'dark'
  readonly forcedColors: 'none' | 'active'
}
