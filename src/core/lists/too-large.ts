import { maxListMegabytes } from '../../shared/phones/list-limit.ts'
import { refuse } from '../../shared/phones/refuse.ts'
import { text } from '../../shared/text/index.ts'

/** The refusal of a file that is larger than a list may be. */
export const tooLarge = (file: string) =>
  refuse('file-too-large', text.check.fileTooLarge({ file, megabytes: maxListMegabytes }))
