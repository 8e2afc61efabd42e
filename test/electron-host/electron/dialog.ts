import type * as Electron from 'electron'
import { missing, partly } from '../missing.ts'

/** No dialog can be shown. Whoever expects one puts the operator's answer here. */
export function createDialog(): Electron.Dialog {
  const unanswered = (name: string) => async (): Promise<never> => {
    throw missing(`an answer to dialog.${name}`)
  }
  return partly<Electron.Dialog>('dialog', {
    showOpenDialog: unanswered('showOpenDialog'),
    showSaveDialog: unanswered('showSaveDialog'),
    showMessageBox: unanswered('showMessageBox'),
    showErrorBox: (title, content) => void process.stderr.write(`${title}: ${content}\n`),
  })
}
