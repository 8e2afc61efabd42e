import type { Page } from 'playwright-core'
import type { ElectronModule } from '../../electron-host/electron/module.ts'
import type { HostDisplay } from '../../electron-host/electron/screen.ts'

/** The built app, running: on real Electron, or on the stand-in with a real browser engine. */
export type AppUnderTest = {
  readonly host: 'electron' | 'browser'
  readonly page: Page
  /** The folder that the app keeps its data in. */
  readonly userData: string
  /** Runs a function in the main process. It must refer to nothing outside itself. */
  evaluate<Answer, Arg = undefined>(
    work: (electron: ElectronModule, arg: Arg) => Answer | Promise<Answer>,
    ...arg: undefined extends Arg ? [Arg?] : [Arg]
  ): Promise<Answer>
  /** Sets how the operator answers the next file dialog: with this file, or by cancelling. */
  answerOpenDialog(file: string | undefined): Promise<void>
  answerSaveDialog(file: string | undefined): Promise<void>
  /** Which button, by index, the operator clicks in the next message box. */
  answerMessageBox(button: number): Promise<void>
  /** The app's actions on the desktop so far, in order. */
  desktop(): Promise<readonly DesktopAct[]>
  /** Clicks on the cross in the corner. The app may be gone afterwards, or ask. */
  closeWindow(): Promise<void>
  /** Loads the page anew, as main can; a page cannot do so itself. */
  reload(): Promise<void>
  /** Main's output, and the errors that the page reported. */
  output(): string
  /** Ends the app as the system would: nothing is asked, nothing is left. */
  close(): Promise<void>
  /** Ends it without a chance to do anything any more. */
  kill(): Promise<void>
  /** The exit code, when the app has ended by itself; null when it was killed. */
  readonly exited: Promise<number | null>
}

export type DesktopAct =
  | { readonly act: 'open-dialog'; readonly title: string; readonly defaultPath: string | undefined }
  | { readonly act: 'save-dialog'; readonly title: string; readonly defaultPath: string | undefined }
  | { readonly act: 'message-box'; readonly message: string; readonly buttons: readonly string[] }
  | { readonly act: 'notification'; readonly title: string; readonly body: string }
  | { readonly act: 'open-external'; readonly url: string }
  | { readonly act: 'open-path'; readonly path: string }
  | { readonly act: 'show-in-folder'; readonly path: string }
  | { readonly act: 'trash'; readonly path: string }
  | { readonly act: 'clipboard'; readonly text: string }
  | { readonly act: 'progress'; readonly progress: number; readonly mode: string | undefined }
  | { readonly act: 'stay-awake'; readonly on: boolean }

export type LaunchOptions = {
  /** Arguments of the app itself. */
  readonly args?: readonly string[]
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'none' | 'active'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** A folder that stays; without it the app gets a new one, which goes with it. */
  readonly userData?: string
  /** Whether accounts of the simulated tenant lack something, as they do for whoever tries it out. */
  readonly isUnprepared?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** Where the app is, when it is not the one that is built here. */
  readonly appFolder?: string
  /** Whether the stand-in tells the app that it is a release; Electron itself knows. */
  readonly packaged?: boolean
  /** The displays of the stand-in; Electron itself has those of the computer. */
  readonly displays?: readonly HostDisplay[]
}
