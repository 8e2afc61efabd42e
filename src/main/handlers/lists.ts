import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { openSheet, readSheet } from '../../core/lists/open-sheet.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import type { Issue } from '../../shared/phones/issue.ts'
import type { Sheet } from '../../shared/phones/sheet.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import type { Handlers } from '../ipc/answer.ts'

/** Opening phone lists, wherever they come from. */
export function listHandlers(options: {
  readonly dialogs: Pick<FileDialogs, 'openList'>
  readonly sampleFile: string
  readonly atLaunch: string | undefined
}): Pick<Handlers, 'list:browse' | 'list:drop' | 'list:sample' | 'list:at-launch'> {
  const { dialogs, sampleFile, atLaunch } = options
  return {
    'list:browse': async () => {
      const file = await dialogs.openList()
      return file === undefined ? succeed(undefined) : opened(await openSheet(file))
    },
    'list:drop': async ({ name, bytes }) => opened(await readSheet(name, bytes)),
    'list:sample': async () => opened(await readSheet(basename(sampleFile), await readFile(sampleFile))),
    'list:at-launch': async () =>
      atLaunch === undefined ? succeed(undefined) : opened(await openSheet(atLaunch)),
  }
}

/** What makes a file no phone list is one issue; to the page it is the reason why nothing was opened. */
const opened = (sheet: Result<Sheet, Issue>): Result<Sheet, AppFailure> =>
  sheet.ok ? sheet : fail({ kind: 'not-a-list', message: sheet.failure.message })
