import { type AppStores, ask } from './app-stores.ts'

/** Opens a saved file with the program that this computer has for it, or shows it in its folder. */
export async function openSaved(stores: AppStores, file: string, how: 'open' | 'show'): Promise<void> {
  await ask(stores, 'app', 'saved:open', { file, how })
}
