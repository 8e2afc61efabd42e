import process from 'node:process'
import { text } from '../shared/text/index.ts'
import { tell } from './print.ts'

/**
 * Goes on although what is printed reaches nobody: unwatched, a crash would end a run half-way. The function returned
 * answers whether a part of stdout was lost; a reader that has seen enough (`| head`) has lost nothing.
 */
export function outliveLostOutput(): () => boolean {
  let isLost = false
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || isLost) return
    isLost = true
    tell(text.cli.outputLost(message))
  })
  // Nowhere is left to say that nothing can be said.
  process.stderr.on('error', () => undefined)
  return () => isLost
}
