import type { AppFailure } from '../../../../shared/app-failure.ts'
import type { SettingsChange } from '../../../../shared/settings.ts'
import { text } from '../../../../shared/text/index.ts'
import { ask, type Desk, invoke } from '../../stores/desk.ts'
import { announce } from '../../stores/live-store.ts'

const { settings } = text.window

/** Keeps what is changed. Answers why it was not kept, undefined when it was. */
export async function changeSettings(desk: Desk, change: SettingsChange): Promise<AppFailure | undefined> {
  const answer = await invoke(desk, 'settings:change', change)
  if (!answer.ok) return answer.failure
  desk.settings.setState(answer.value, true)
  return undefined
}

export async function openLogFolder(desk: Desk): Promise<void> {
  await ask(desk, 'settings', 'log:open-folder', undefined)
}

/** Answers whether it worked. */
export async function copyDiagnostics(desk: Desk): Promise<boolean> {
  const answer = await ask(desk, 'settings', 'diagnostics:copy', undefined)
  if (answer.ok) announce(desk.live, text.window.frame.copiedToClipboard(settings.support.copied))
  return answer.ok
}
