import type { RunState } from '../shared/run/run-state.ts'
import { isOfOthers } from '../shared/run/why-words.ts'
import { type ExitCode, exitCode } from './exit-code.ts'

/** How a run ended, in one number. */
export function exitCodeOf({ watching, phones, leftOut }: RunState): ExitCode {
  if (watching.kind === 'stopped' && watching.reason === 'denied') return exitCode.access
  if (watching.kind !== 'finished' || phones.some(({ status }) => status === 'unknown'))
    return exitCode.resumable
  const isWhole = phones.every(({ status }) => status === 'signed in') && !leftOut.some(isOfOthers)
  return isWhole ? exitCode.ok : exitCode.someFailed
}
