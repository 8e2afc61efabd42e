import { dirname, extname, join } from 'node:path'
import type { BaseWindow, Dialog, FileFilter } from 'electron'
import type { TemplateFormat } from '../../shared/ipc-requests.ts'
import { text } from '../../shared/text/index.ts'
import type { Settings } from '../settings/settings.ts'

/** The system's own file dialogs. Each answers a path, or undefined when it was cancelled. */
export type FileDialogs = {
  openList(): Promise<string | undefined>
  /** `name` is offered, in the folder that was used last. */
  saveCsv(name: string): Promise<string | undefined>
  saveTemplate(name: string, format: TemplateFormat): Promise<string | undefined>
  /** The same for a text of any kind, which its name tells. */
  saveText(name: string): Promise<string | undefined>
}

/** Dialogs of `window`, which begin in the folder used last and remember the one chosen. */
export function createFileDialogs(options: {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly window: BaseWindow
  readonly settings: Pick<Settings, 'lastFolder' | 'rememberFolder'>
}): FileDialogs {
  const { dialog, window, settings } = options
  const { openList, saveCsv, saveTemplate, saveText, listFiles, csvFiles, workbooks, textFiles, allFiles } =
    text.main.dialogs
  const anyFile = { name: allFiles, extensions: ['*'] }
  const filterOf = {
    csv: { name: csvFiles, extensions: ['csv'] },
    xlsx: { name: workbooks, extensions: ['xlsx'] },
  }

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
        filters: [{ name: listFiles, extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm'] }, anyFile],
        ...(folder && { defaultPath: folder }),
      })
      return canceled ? undefined : chosen(filePaths[0])
    },
    saveCsv: (name) => save(saveCsv, name, filterOf.csv),
    saveTemplate: (name, format) => save(saveTemplate, name, filterOf[format]),
    saveText: (name) => save(saveText, name, { name: textFiles, extensions: [extname(name).slice(1)] }),
  }
}
