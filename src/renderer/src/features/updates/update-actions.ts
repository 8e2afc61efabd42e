import type { InstallTime } from '../../../../shared/updates.ts'
import { stageTitle, standingWords } from '../../model/update-words.ts'
import { type AppStores, ask, invoke } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'

/** Looks now. Settings shows the result; a screen reader hears it, too. */
export async function lookForUpdates(stores: AppStores): Promise<void> {
  const answer = await invoke(stores, 'updates:check', undefined)
  if (!answer.ok)
    return announce(stores.live, [answer.failure.message, answer.failure.remedy ?? ''].join(' ').trim())
  const { stage } = answer.value
  announce(stores.live, 'release' in stage ? stageTitle(stage) : standingWords(answer.value))
}

export async function downloadUpdate(stores: AppStores): Promise<void> {
  await ask(stores, 'updates', 'updates:download', undefined)
}

export async function installUpdate(stores: AppStores, when: InstallTime): Promise<void> {
  await ask(stores, 'updates', 'updates:install', when)
}

export async function openReleasePage(stores: AppStores): Promise<void> {
  await ask(stores, 'updates', 'updates:open-page', undefined)
}

/** The version is not told of again before the app is opened again; the settings still show it. */
export function tellLater(stores: AppStores, version: string): void {
  stores.updates.setState({ later: version })
}
