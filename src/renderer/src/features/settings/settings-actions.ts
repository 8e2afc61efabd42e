import type { AppFailure } from '../../../../shared/app-failure.ts'
import type { SettingsChange } from '../../../../shared/settings.ts'
import { text } from '../../../../shared/text/index.ts'
import { type AppStores, ask, invoke } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'

const settings = text.window.settings

/** Keeps what is changed. Answers why it was not kept, undefined when it was. */
export async function changeSettings(
  stores: AppStores,
  change: SettingsChange,
): Promise<AppFailure | undefined> {
  const answer = await invoke(stores, 'settings:change', change)
  if (!answer.ok) return answer.failure
  stores.settings.setState(answer.value, true)
  return undefined
}

export async function openLogFolder(stores: AppStores): Promise<void> {
  await ask(stores, 'settings', 'log:open-folder', undefined)
}

/** Answers whether it worked. */
export async function copyDiagnostics(stores: AppStores): Promise<boolean> {
  const answer = await ask(stores, 'settings', 'diagnostics:copy', undefined)
  if (answer.ok) announce(stores.live, text.window.frame.copiedToClipboard(settings.support.copied))
  return answer.ok
}
