import type { InstallTime } from '../../../../shared/updates.ts'
import { stageTitle, standingWords } from '../../model/update-words.ts'
import { ask, type Desk, invoke } from '../../stores/desk.ts'
import { announce } from '../../stores/live-store.ts'

/** Looks now. The settings show what comes of it; it is said, too, for whoever does not see them. */
export async function lookForUpdates(desk: Desk): Promise<void> {
  const answer = await invoke(desk, 'updates:check', undefined)
  if (!answer.ok)
    return announce(desk.live, [answer.failure.message, answer.failure.remedy ?? ''].join(' ').trim())
  const { stage } = answer.value
  announce(desk.live, 'release' in stage ? stageTitle(stage) : standingWords(answer.value))
}

export async function downloadUpdate(desk: Desk): Promise<void> {
  await ask(desk, 'updates', 'updates:download', undefined)
}

export async function installUpdate(desk: Desk, when: InstallTime): Promise<void> {
  await ask(desk, 'updates', 'updates:install', when)
}

export async function openReleasePage(desk: Desk): Promise<void> {
  await ask(desk, 'updates', 'updates:open-page', undefined)
}

/** The version is not told of again before the app is opened again; the settings still show it. */
export function tellLater(desk: Desk, version: string): void {
  desk.updates.setState({ later: version })
}
