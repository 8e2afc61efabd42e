import { text } from '../../../../shared/text/index.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'

const settings = text.window.settings

export async function openLogFolder(stores: AppStores): Promise<void> {
  await ask(stores, 'settings', 'log:open-folder', undefined)
}

/** Answers whether it worked. */
export async function copyDiagnostics(stores: AppStores): Promise<boolean> {
  const answer = await ask(stores, 'settings', 'diagnostics:copy', undefined)
  if (answer.ok) announce(stores.live, text.window.frame.copiedToClipboard(settings.support.copied))
  return answer.ok
}
