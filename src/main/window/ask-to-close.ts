import type { BaseWindow, Dialog } from 'electron'
import { text } from '../../shared/text/index.ts'

/** Asks whether to close the window although a run is watched. */
export async function askToClose(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: BaseWindow,
): Promise<boolean> {
  const { message, detail, keepWatching, close } = text.main.closing
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message,
    detail,
    buttons: [keepWatching, close],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Asks whether to close the window although changes to a list aren't saved. */
export async function askToLose(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: BaseWindow,
  list: string,
): Promise<boolean> {
  const { message, detail, goBack, close } = text.main.unsaved
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: message(list),
    detail,
    buttons: [goBack, close],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
