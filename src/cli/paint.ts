import { styleText } from 'node:util'
import type { Severity } from '../shared/phones/issue.ts'
import type { PhoneStatus } from '../shared/run/run-state.ts'

// Colour only adds to the word that stands there; what is printed leaves it out where the terminal has none.
const paint = (colour: 'red' | 'green' | 'yellow' | 'dim', words: string): string =>
  styleText(colour, words, { validateStream: false })

export function paintSeverity(severity: Severity): string {
  const colour = { error: 'red', warning: 'yellow', note: 'dim' } as const
  return paint(colour[severity], severity.padEnd(7))
}

export function paintStatus(status: PhoneStatus): string {
  if (status === 'signed in') return paint('green', status)
  if (status === 'failed') return paint('red', status)
  return status === 'unknown' ? paint('yellow', status) : status
}

export const paintWarning = (words: string): string => paint('yellow', words)
