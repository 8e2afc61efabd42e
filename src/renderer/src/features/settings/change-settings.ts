import type { AppFailure } from '../../../../shared/app-failure.ts'
import type { SettingsChange } from '../../../../shared/settings.ts'
import { type AppStores, invoke } from '../../stores/app-stores.ts'

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
