import { flushSync } from 'react-dom'
import type { ChapterId } from '../../../../shared/guide/chapter.ts'
import { focusOn } from '../../components/landmarks.ts'
import type { AppStores } from '../../stores/app-stores.ts'

export const chapterTitleId = 'chapter'

/** The element of a block in its chapter. */
export const blockId = (block: number): string => `chapter-part-${block}`

/** Opens a chapter of the guide at its title, or at a block: the link that led there may be gone from the page. */
export function showChapter(stores: AppStores, chapter: ChapterId, block?: number): void {
  flushSync(() => stores.view.setState({ page: 'help', chapter }))
  focusOn(block === undefined ? chapterTitleId : blockId(block))
}
