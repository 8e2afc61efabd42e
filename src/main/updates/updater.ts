import type { Release } from '../../shared/updates.ts'

/** What looks for versions, fetches and installs them. */
export type Updater = {
  /** Whether it would notice that a download is not the publisher's. */
  canVerify(): Promise<boolean>
  /** The newer version that is published; undefined when there is none. Rejects when it cannot be known. */
  look(): Promise<Release | undefined>
  /** Fetches what the last look found, and checks it. Rejects when there is no such file to be trusted. */
  download(progressed: (percent: number) => void): Promise<void>
  /** Starts the installer of what was downloaded, which waits for the app to be gone. */
  install(options: { readonly restart: boolean }): void
}
