import { refuse } from '../../shared/phones/refuse.ts'
import { text } from '../../shared/text/index.ts'

const megabytes = 5

/** About 100,000 phones. What is larger was chosen by mistake, and would only be slow to say so. */
export const maxListBytes = megabytes * 1024 * 1024

export const tooLarge = (file: string) =>
  refuse('file-too-large', text.check.fileTooLarge({ file, megabytes }))
