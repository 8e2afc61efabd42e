import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { openSource } from '../../core/lists/open-source.ts'
import { readSource } from '../../core/lists/read-source.ts'
import { template } from '../../core/lists/template.ts'
import type { AppFailure } from '../../shared/app-failure.ts'
import type { GridSource } from '../../shared/phones/grid.ts'
import type { Issue } from '../../shared/phones/issue.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import { writeWhole } from '../files/write-whole.ts'
import type { Handlers } from '../ipc/answer.ts'

/** The cells of phone lists, wherever they come from: the page proposes which are what, and asks. */
export function listHandlers(options: {
  readonly dialogs: Pick<FileDialogs, 'openList' | 'saveTemplate'>
  readonly sampleFile: string
  readonly atLaunch: string | undefined
}): Pick<Handlers, 'list:browse' | 'list:drop' | 'list:sample' | 'list:at-launch' | 'list:save-template'> {
  const { dialogs, sampleFile, atLaunch } = options
  return {
    'list:browse': async () => {
      const file = await dialogs.openList()
      return file === undefined ? succeed(undefined) : opened(await openSource(file))
    },
    'list:drop': async ({ name, bytes }) => opened(await readSource(name, bytes)),
    'list:sample': async () => opened(await readSource(basename(sampleFile), await readFile(sampleFile))),
    'list:at-launch': async () =>
      atLaunch === undefined ? succeed(undefined) : opened(await openSource(atLaunch)),
    'list:save-template': async (format) => {
      const file = await dialogs.saveTemplate(text.main.files.template[format], format)
      if (file === undefined) return succeed(undefined)
      const written = await writeWhole(file, template(format))
      return written.ok ? succeed(file) : written
    },
  }
}

/** What makes a file no phone list is one issue; to the page it is the reason why nothing was opened. */
const opened = (source: Result<GridSource, Issue>): Result<GridSource, AppFailure> =>
  source.ok ? source : fail({ kind: 'not-a-list', message: source.failure.message })
