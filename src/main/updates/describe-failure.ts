import { briefly } from '../../shared/text/briefly.ts'
import { text } from '../../shared/text/index.ts'
import type { UpdateFailure } from '../../shared/updates.ts'

/** Words for what electron-updater rejected with. Its own messages hold stacks, headers and whole answers. */
export function describeFailure(during: 'look' | 'download', error: unknown): UpdateFailure {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string }
  switch (code) {
    case 'ERR_UPDATER_INVALID_SIGNATURE':
      return words.notTrusted
    case 'ERR_CHECKSUM_MISMATCH':
      return words.damaged
    default:
      return words[during](briefly(String(code) || firstLine(message), longest))
  }
}

const { updates: words } = text.main

const longest = 160

const firstLine = (message: string): string => message.split(/[\r\n]/, 1)[0] ?? ''
