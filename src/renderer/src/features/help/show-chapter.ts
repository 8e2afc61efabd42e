import { flushSync } from 'react-dom'
import type { ChapterId } from '../../../../shared/guide/chapter.ts'
import { focusOn } from '../../components/landmarks.ts'
import type { AppStores } from '../../stores/app-stores.ts'

export const chapterTitleId = 'chapter'

/** Opens a chapter of the guide at its title: the link that led there may be gone from the page. */
export function showChapter(stores: AppStores, chapter: ChapterId): void {
  flushSync(() => stores.view.setState({ page: 'help', chapter }))
  focusOn(chapterTitleId)
}
