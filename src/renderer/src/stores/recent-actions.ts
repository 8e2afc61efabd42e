import { text } from '../../../shared/text/index.ts'
import { type AppStores, ask, invoke } from './app-stores.ts'
import { announce } from './live-store.ts'

/** Asks which lists were opened or saved last. Nobody is told where that fails: there are other ways to open a list. */
export async function loadRecent(stores: AppStores): Promise<void> {
  const answer = await invoke(stores, 'list:recent', undefined)
  if (answer.ok) stores.list.setState({ recent: answer.value })
}

export async function forgetRecent(stores: AppStores): Promise<void> {
  const answer = await ask(stores, 'list', 'list:forget-recent', undefined)
  if (!answer.ok) return
  stores.list.setState({ recent: [] })
  announce(stores.live, text.window.phones.recent.forgotten)
}
