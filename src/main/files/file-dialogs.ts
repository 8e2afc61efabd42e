import { dirname, join } from 'node:path'
import type { BaseWindow, Dialog, FileFilter } from 'electron'
import { text } from '../../shared/text/index.ts'
import type { Settings } from '../settings/settings.ts'

/** The system's own file dialogs. Each answers a path, or undefined when it was cancelled. */
export type FileDialogs = {
  openList(): Promise<string | undefined>
  /** `name` is offered, in the folder that was used last. */
  saveCsv(name: string): Promise<string | undefined>
  saveText(name: string): Promise<string | undefined>
}

/** Dialogs of `window`, which begin in the folder used last and remember the one chosen. */
export function createFileDialogs(options: {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly window: BaseWindow
  readonly settings: Pick<Settings, 'lastFolder' | 'rememberFolder'>
}): FileDialogs {
  const { dialog, window, settings } = options
  const { openList, saveCsv, saveText, csvFiles, textFiles, allFiles } = text.main.dialogs
  const anyFile = { name: allFiles, extensions: ['*'] }

  function chosen(file: string | undefined): string | undefined {
    if (file) settings.rememberFolder(dirname(file))
    return file || undefined
  }
  async function save(title: string, name: string, kind: FileFilter): Promise<string | undefined> {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(settings.lastFolder() ?? '', name),
      filters: [kind, anyFile],
    })
    return canceled ? undefined : chosen(filePath)
  }
  return {
    async openList() {
      const folder = settings.lastFolder()
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: openList,
        properties: ['openFile'],
        filters: [{ name: csvFiles, extensions: ['csv', 'tsv', 'txt'] }, anyFile],
        ...(folder && { defaultPath: folder }),
      })
      return canceled ? undefined : chosen(filePaths[0])
    },
    saveCsv: (name) => save(saveCsv, name, { name: csvFiles, extensions: ['csv'] }),
    saveText: (name) => save(saveText, name, { name: textFiles, extensions: ['txt'] }),
  }
}
