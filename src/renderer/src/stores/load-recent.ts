import { type AppStores, invoke } from './app-stores.ts'

/** Asks which lists were opened or saved last. Nobody is told where that fails: there are other ways to open a list. */
export async function loadRecent(stores: AppStores): Promise<void> {
  const answer = await invoke(stores, 'list:recent', undefined)
  if (answer.ok) stores.list.setState({ recent: answer.value })
}
