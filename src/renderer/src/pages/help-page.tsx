import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { guide } from '../../../shared/guide/guide.ts'
import type { FoundInGuide } from '../../../shared/guide/search-guide.ts'
import { guideText } from '../../../shared/text/guide.ts'
import { text } from '../../../shared/text/index.ts'
import { landmark } from '../components/landmarks.ts'
import { GuideBlock } from '../features/help/guide-block.tsx'
import { GuideResults, GuideSearch } from '../features/help/guide-search.tsx'
import { blockId, chapterTitleId, showChapter } from '../features/help/show-chapter.ts'
import { showSite } from '../stores/site-actions.ts'
import { useStores, useView } from '../stores/stores-context.tsx'
import { entry, entryHere } from '../theme/entry.ts'
import { noOutline } from '../theme/focus.ts'
import { narrowWindow } from '../theme/media.ts'
import { card, pageTitle, readingPage } from '../theme/page-layout.ts'

const useStyles = makeStyles({
  page: readingPage,
  title: pageTitle,
  columns: {
    display: 'grid',
    gridTemplateColumns: '208px minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
    [narrowWindow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { ...entry, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  here: entryHere,
  chapter: {
    ...card,
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    userSelect: 'text',
    overflowWrap: 'anywhere',
  },
  triage: { display: 'inline-block', margin: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}` },
  block: { minWidth: 0, ...noOutline },
  chapterTitle: { ...typographyStyles.subtitle1, margin: 0, ...noOutline },
})

/** The user guide, as it is in docs/guide, without its pictures. */
export function HelpPage() {
  const styles = useStyles()
  const shown = useView((view) => view.chapter)
  const stores = useStores()
  const [query, setQuery] = useState('')
  const open = ({ chapter: id, block }: FoundInGuide): void => {
    setQuery('')
    showChapter(stores, id, block)
  }
  const chapter = guide.find(({ id }) => id === shown)
  return (
    <div className={styles.page} {...landmark}>
      <h1 className={styles.title}>{guideText.title}</h1>
      <GuideSearch query={query} onQuery={setQuery} />
      <div className={styles.columns}>
        <Contents onChapter={() => setQuery('')} />
        {query.trim() !== '' && <GuideResults query={query} onOpen={open} />}
        {query.trim() === '' && chapter && (
          <article className={styles.chapter} aria-labelledby={chapterTitleId}>
            <h2 id={chapterTitleId} className={styles.chapterTitle} tabIndex={-1}>
              {chapter.title}
            </h2>
            {chapter.blocks.map((block, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the guide does not change while it is shown
              <div key={`${chapter.id} ${at}`} id={blockId(at)} className={styles.block} tabIndex={-1}>
                <GuideBlock block={block} />
              </div>
            ))}
          </article>
        )}
      </div>
    </div>
  )
}

function Contents({ onChapter }: { readonly onChapter: () => void }) {
  const styles = useStyles()
  const stores = useStores()
  const shown = useView((view) => view.chapter)
  return (
    <nav aria-label={guideText.contents}>
      <ol className={styles.list}>
        {guide.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(styles.entry, id === shown && styles.here)}
              aria-current={id === shown ? 'true' : undefined}
              onClick={() => {
                onChapter()
                showChapter(stores, id)
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ol>
      <Link inline className={styles.triage} onClick={() => showSite(stores, 'triage')}>
        {text.window.site.triage.link}
      </Link>
    </nav>
  )
}
