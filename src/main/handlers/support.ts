import { mkdir } from 'node:fs/promises'
import type { Clipboard, Shell } from 'electron'
import { fail, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'

/** What somebody needs who asks for help. */
export function supportHandlers(options: {
  readonly logFolder: string
  readonly shell: Pick<Shell, 'openPath'>
  readonly clipboard: Pick<Clipboard, 'writeText'>
  readonly diagnostics: () => string
}): Pick<Handlers, 'log:open-folder' | 'diagnostics:copy'> {
  const { logFolder, shell, clipboard, diagnostics } = options
  return {
    'log:open-folder': async () => {
      // Nothing may have been written yet.
      await mkdir(logFolder, { recursive: true }).catch(() => undefined)
      const reason = await shell.openPath(logFolder)
      return reason === ''
        ? succeed(undefined)
        : fail({ kind: 'file', ...text.main.failures.logFolder(logFolder, reason) })
    },
    'diagnostics:copy': async () => {
      const written = diagnostics()
      await clipboard.writeText(written)
      return succeed(written)
    },
  }
}
