import type { Clipboard, Shell } from 'electron'
import type { AppInfo } from '../../shared/ipc.ts'
import { links } from '../../shared/links.ts'
import { succeed } from '../../shared/result.ts'
import type { Handlers } from '../ipc/answer.ts'

/** What the page needs of the desktop around it. */
export function desktopHandlers(options: {
  readonly info: AppInfo
  /** Told when the page asks for it, which is the first thing that a page does. */
  readonly asked: () => void
  readonly clipboard: Pick<Clipboard, 'writeText'>
  readonly shell: Pick<Shell, 'openExternal'>
}): Pick<Handlers, 'app:info' | 'clipboard:write' | 'link:open'> {
  return {
    'app:info': () => {
      options.asked()
      return succeed(options.info)
    },
    'clipboard:write': async (written) => {
      await options.clipboard.writeText(written)
      return succeed(undefined)
    },
    'link:open': async (link) => {
      await options.shell.openExternal(links[link])
      return succeed(undefined)
    },
  }
}
