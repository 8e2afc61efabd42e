import { guide } from './en/guide.ts'
import { part } from './part.ts'

/** The words of the user guide. Apart from all others: only the page Help, once it is opened, needs them. */
export const guideText = /* @__PURE__ */ part('guide', guide)
