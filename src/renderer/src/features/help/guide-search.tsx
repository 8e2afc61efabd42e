import { Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { guide } from '../../../../shared/guide/guide.ts'
import { type FoundInGuide, searchGuide } from '../../../../shared/guide/search-guide.ts'
import { guideText } from '../../../../shared/text/guide.ts'
import { helpSearchId } from '../../components/landmarks.ts'
import { entry } from '../../theme/entry.ts'
import { card } from '../../theme/page-layout.ts'

const { search: words } = guideText

const useStyles = makeStyles({
  field: { width: '100%', maxWidth: '420px' },
  results: { ...card, display: 'grid', rowGap: tokens.spacingVerticalS, alignContent: 'start' },
  number: { ...typographyStyles.body1Strong, margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { ...entry, display: 'block', padding: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  title: { ...typographyStyles.body1Strong, display: 'block', color: tokens.colorNeutralForeground1 },
  match: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
  },
})

/** Where words are typed that are looked for in all chapters. Esc clears it. */
export function GuideSearch(props: { readonly query: string; readonly onQuery: (query: string) => void }) {
  const { query, onQuery } = props
  const styles = useStyles()
  return (
    <Input
      id={helpSearchId}
      className={styles.field}
      type="search"
      aria-label={words.label}
      placeholder={words.label}
      contentBefore={<Search20Regular />}
      value={query}
      onChange={(_, { value }) => onQuery(value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onQuery('')
      }}
    />
  )
}

/** The matches, each with the words around it; a click leads there. */
export function GuideResults(props: {
  readonly query: string
  readonly onOpen: (found: FoundInGuide) => void
}) {
  const { query, onOpen } = props
  const styles = useStyles()
  const found = searchGuide(guide, query)
  return (
    <section className={styles.results} aria-label={words.results}>
      <p className={styles.number} role="status">
        {found.length === 0 ? words.nothing(query.trim()) : words.found(found.length)}
      </p>
      <ul className={styles.list}>
        {found.slice(0, mostShown).map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of a search stay in their order
          <li key={`${one.chapter} ${one.block} ${at}`}>
            <button type="button" className={styles.entry} onClick={() => onOpen(one)}>
              <span className={styles.title}>{one.title}</span>
              {one.before}
              <strong className={styles.match}>{one.match}</strong>
              {one.after}
            </button>
          </li>
        ))}
      </ul>
      {found.length > mostShown && <p className={styles.number}>{words.more(found.length - mostShown)}</p>}
    </section>
  )
}

const mostShown = 30
