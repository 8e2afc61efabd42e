import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { openSource } from '../../core/lists/open-source.ts'
import { readSource } from '../../core/lists/read-source.ts'
import { template } from '../../core/lists/template.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import type { GridSource } from '../../shared/phones/grid.ts'
import type { Issue } from '../../shared/phones/issue.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { listFile } from '../../shared/run/result-file.ts'
import { text } from '../../shared/text/index.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import { fileName } from '../files/file-name.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Handlers } from '../ipc/answer.ts'
import type { RecentLists } from '../settings/recent-lists.ts'

/** The cells of phone lists, wherever they come from: the page proposes which are what, and asks. */
export function listHandlers(options: {
  readonly dialogs: Pick<FileDialogs, 'openList' | 'saveCsv' | 'saveTemplate'>
  readonly recent: RecentLists
  readonly sampleFile: string
  readonly atLaunch: string | undefined
  /** Told which list has changes that are in no file. */
  readonly unsaved: (list: string | undefined) => void
}): Pick<
  Handlers,
  | 'list:browse'
  | 'list:drop'
  | 'list:sample'
  | 'list:at-launch'
  | 'list:save-template'
  | 'list:save'
  | 'list:recent'
  | 'list:open-recent'
  | 'list:forget-recent'
  | 'list:unsaved'
> {
  const { dialogs, recent, sampleFile, atLaunch, unsaved } = options
  async function openFile(file: string): Promise<Result<GridSource, AppFailure>> {
    const answer = opened(await openSource(file))
    if (answer.ok) recent.remember(resolve(file))
    return answer
  }
  return {
    'list:browse': async () => {
      const file = await dialogs.openList()
      return file === undefined ? succeed(undefined) : openFile(file)
    },
    'list:drop': async ({ name, bytes }) => opened(await readSource(name, bytes)),
    'list:sample': async () => opened(await readSource(basename(sampleFile), await readFile(sampleFile))),
    'list:at-launch': async () => (atLaunch === undefined ? succeed(undefined) : openFile(atLaunch)),
    'list:save-template': async (format) => {
      const file = await dialogs.saveTemplate(text.main.files.template[format], format)
      if (file === undefined) return succeed(undefined)
      const written = await writeWhole(file, template(format))
      return written.ok ? succeed(file) : written
    },
    'list:save': async ({ sheet }) => {
      const name = fileName((sheet.name.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, ''))
      const file = await dialogs.saveCsv(`${name}.csv`)
      if (file === undefined) return succeed(undefined)
      const written = await writeWhole(file, listFile(sheet))
      if (!written.ok) return written
      recent.remember(file)
      return succeed(file)
    },
    'list:recent': () => succeed(recent.shown()),
    'list:open-recent': async ({ id }) => {
      const file = recent.pathOf(id)
      if (file === undefined) return fail({ kind: 'file', ...text.main.failures.notRecent })
      // The file may be on a drive that is not connected now: it stays among them.
      return openFile(file)
    },
    'list:forget-recent': () => {
      recent.forgetAll()
      return succeed(undefined)
    },
    'list:unsaved': ({ list }) => {
      unsaved(list)
      return succeed(undefined)
    },
  }
}

/** What makes a file no phone list is one issue; to the page it is the reason why nothing was opened. */
const opened = (source: Result<GridSource, Issue>): Result<GridSource, AppFailure> =>
  source.ok ? source : fail({ kind: 'not-a-list', message: source.failure.message })
