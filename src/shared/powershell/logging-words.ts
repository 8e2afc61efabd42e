import { text } from '../text/index.ts'
import type { LoggingKind } from './module-facts.ts'

/** What of a session by Microsoft's module is written down on this computer, and what to do: a sentence or two for each. */
export const loggingWords = (kinds: readonly LoggingKind[]): readonly string[] =>
  kinds.map((kind) => text.powershell.logging[kind])
