import { flushSync } from 'react-dom'
import type { ChapterId } from '../../../../shared/guide/chapter.ts'
import type { Desk } from '../../stores/desk.ts'
import { focusOn } from '../frame/landmarks.ts'

export const chapterTitleId = 'chapter'

/** Opens a chapter of the guide at its title: the link that led there may be gone from the page. */
export function showChapter(desk: Desk, chapter: ChapterId): void {
  flushSync(() => desk.view.setState({ page: 'help', chapter }))
  focusOn(chapterTitleId)
}
