import { text } from '../../../shared/text/index.ts'
import type { AppStores } from './app-stores.ts'
import { announce } from './live-store.ts'
import { type NoticeSubject, post } from './notice-store.ts'

/** Says where a file was saved, with the ways to it. */
export function tellSaved(
  stores: AppStores,
  file: string,
  about: NoticeSubject = 'export',
  message: string = text.window.run.exported(file),
): void {
  post(stores.notices, { about, intent: 'success', message, file })
  announce(stores.live, message)
}
