import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type * as Electron from 'electron'
import type { HostOptions } from '../control.ts'
import { missing, partly } from '../missing.ts'
import type { HostWindow } from './browser-window.ts'

/**
 * The dialogs of the system. Headless nobody sees one, and whoever expects one puts the operator's answer
 * here; headed they are what a browser has in their place.
 */
export function createDialog(
  { headed, saveFolder = '' }: Pick<HostOptions, 'headed' | 'saveFolder'>,
  windows: () => readonly HostWindow[],
): Electron.Dialog {
  const shown = (name: string): HostWindow => {
    const [window] = windows()
    if (!headed || !window) throw missing(`an answer to dialog.${name}`)
    return window
  }

  return partly<Electron.Dialog>('dialog', {
    async showOpenDialog() {
      const file = await (await shown('showOpenDialog').host.page).chooseFile()
      return { canceled: file === undefined, filePaths: file === undefined ? [] : [file] }
    },
    async showSaveDialog(...args: unknown[]) {
      shown('showSaveDialog')
      const { defaultPath = 'file' } = args.at(-1) as Electron.SaveDialogOptions
      mkdirSync(saveFolder, { recursive: true })
      return { canceled: false, filePath: join(saveFolder, basename(defaultPath)) }
    },
    async showMessageBox(...args: unknown[]) {
      const page = await shown('showMessageBox').host.page
      const { message, detail = '', buttons = [] } = args.at(-1) as Electron.MessageBoxOptions
      const asked = [message, detail, `OK: ${buttons.at(-1)}. Cancel: ${buttons[0]}.`].join('\n\n')
      const agreed = await page.run(`confirm(${JSON.stringify(asked)})`)
      return { response: agreed ? buttons.length - 1 : 0, checkboxChecked: false }
    },
    showErrorBox: (title, content) => void process.stderr.write(`${title}: ${content}\n`),
  })
}
