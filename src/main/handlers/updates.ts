import type { Shell } from 'electron'
import { fail, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'
import type { Updates } from '../updates/updates.ts'

/** Looking for updates, and what the operator decides about one. */
export function updateHandlers(options: {
  readonly updates: Pick<Updates, 'state' | 'look' | 'download' | 'install'>
  readonly shell: Pick<Shell, 'openExternal'>
}): Pick<
  Handlers,
  'updates:get' | 'updates:check' | 'updates:download' | 'updates:install' | 'updates:open-page'
> {
  const { updates, shell } = options
  return {
    'updates:get': () => succeed(updates.state()),
    'updates:check': () => updates.look(),
    'updates:download': () => updates.download(),
    'updates:install': (when) => updates.install(when),
    'updates:open-page': async () => {
      const { stage } = updates.state()
      const page = 'release' in stage ? stage.release.page : undefined
      if (page === undefined) return fail({ kind: 'updates', ...text.main.updates.noPage })
      await shell.openExternal(page)
      return succeed(undefined)
    },
  }
}
