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
      return words[during](String(code) || firstLine(message))
  }
}

const { updates: words } = text.main

const firstLine = (message: string): string => (message.split(/[\r\n]/)[0] ?? '').slice(0, 160)
