import { dirname, join } from 'node:path'
import type { BaseWindow } from 'electron'
import { expect, test, vi } from 'vitest'
import { createFileDialogs } from '../../../src/main/files/file-dialogs.ts'

function dialogs(chosen: string | undefined, lastFolder?: string) {
  const window = {} as BaseWindow
  const canceled = chosen === undefined
  const dialog = {
    showOpenDialog: vi.fn(async () => ({ canceled, filePaths: canceled ? [] : [chosen] })),
    showSaveDialog: vi.fn(async () => ({ canceled, filePath: chosen ?? '' })),
  }
  const settings = { lastFolder: () => lastFolder, rememberFolder: vi.fn() }
  return { ...createFileDialogs({ dialog, window, settings }), dialog, settings, window }
}

const file = join('/lists', 'phones.csv')

test('an opened file is answered, and its folder is remembered', async () => {
  const { openList, settings } = dialogs(file)

  expect(await openList()).toBe(file)
  expect(settings.rememberFolder).toHaveBeenCalledExactlyOnceWith(dirname(file))
})

test('dialogs begin in the folder that was used last', async () => {
  const { openList, saveCsv, dialog, window } = dialogs(file, '/lists')
  await openList()
  await saveCsv('results.csv')

  expect(dialog.showOpenDialog).toHaveBeenCalledWith(
    window,
    expect.objectContaining({ defaultPath: '/lists' }),
  )
  expect(dialog.showSaveDialog).toHaveBeenCalledWith(
    window,
    expect.objectContaining({ defaultPath: join('/lists', 'results.csv') }),
  )
})

test('at first the system chooses the folder', async () => {
  const { openList, saveCsv, dialog, window } = dialogs(file)
  await openList()
  await saveCsv('results.csv')

  expect(dialog.showOpenDialog).toHaveBeenCalledWith(
    window,
    expect.not.objectContaining({ defaultPath: expect.anything() }),
  )
  expect(dialog.showSaveDialog).toHaveBeenCalledWith(
    window,
    expect.objectContaining({ defaultPath: 'results.csv' }),
  )
})

test('a cancelled dialog answers nothing and is not remembered', async () => {
  const { openList, saveCsv, settings } = dialogs(undefined)

  expect(await openList()).toBeUndefined()
  expect(await saveCsv('results.csv')).toBeUndefined()
  expect(settings.rememberFolder).not.toHaveBeenCalled()
})
