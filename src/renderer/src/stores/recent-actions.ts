import { text } from '../../../shared/text/index.ts'
import { type AppStores, ask } from './app-stores.ts'
import { announce } from './live-store.ts'

export async function forgetRecent(stores: AppStores): Promise<void> {
  const answer = await ask(stores, 'list', 'list:forget-recent', undefined)
  if (!answer.ok) return
  stores.list.setState({ recent: [] })
  announce(stores.live, text.window.phones.recent.forgotten)
}
