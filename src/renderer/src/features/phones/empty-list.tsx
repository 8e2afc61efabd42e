import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { DocumentAdd48Regular } from '@fluentui/react-icons/svg/document-add'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { browse, openRecent, openSample } from '../../stores/list-actions.ts'
import { useList, useSession, useStores } from '../../stores/stores-context.tsx'
import { emptyState } from '../../theme/page-layout.ts'

const phones = text.window.phones
const { empty } = text.window.phones

const useStyles = makeStyles({
  empty: { ...emptyState, border: `1px dashed ${tokens.colorNeutralStroke1}` },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  lead: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  recent: { maxWidth: '100%', textAlign: 'left' },
  recentTitle: { ...typographyStyles.body1Strong, margin: 0 },
  recentList: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  folder: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 52ch)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalM} 0 0`,
    textAlign: 'left',
  },
  term: { fontFamily: tokens.fontFamilyMonospace, lineHeight: tokens.lineHeightBase300 },
  what: { margin: 0, color: tokens.colorNeutralForeground2 },
  aside: { margin: 0, ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
})

/** Before a list is open: what to open, and how. */
export function EmptyList() {
  const styles = useStyles()
  const stores = useStores()
  const session = useSession((data) => data.session)
  const signedOut = session !== undefined && session.kind !== 'signed-in'
  const sampleFits = signedOut || (session?.kind === 'signed-in' && session.tenant.simulated)
  return (
    <section className={styles.empty} {...landmark}>
      <span className={styles.icon}>
        <DocumentAdd48Regular aria-hidden />
      </span>
      <h2 className={styles.title}>{empty.title}</h2>
      <p className={styles.lead}>{empty.lead}</p>
      <div className={styles.actions}>
        <Button appearance="primary" icon={<FolderOpen20Regular />} onClick={() => browse(stores)}>
          {phones.browse}
        </Button>
        {sampleFits && <Button onClick={() => openSample(stores)}>{empty.sample}</Button>}
      </div>
      <RecentLists />
      <dl className={styles.columns}>
        {empty.columns.map(({ name, what }) => (
          <ColumnHelp key={name} name={name} what={what} />
        ))}
      </dl>
      <p className={styles.aside}>
        {signedOut ? `${empty.signedOut} ${empty.nothingSent}` : empty.nothingSent}
      </p>
    </section>
  )
}

/** The lists that were opened or saved last, a click each. */
function RecentLists() {
  const styles = useStyles()
  const stores = useStores()
  const recent = useList((list) => list.recent).slice(0, mostShown)
  if (recent.length === 0) return null
  return (
    <section className={styles.recent} aria-label={phones.recent.title}>
      <h3 className={styles.recentTitle}>{phones.recent.title}</h3>
      <ul className={styles.recentList}>
        {recent.map((list) => (
          <li key={list.id}>
            <Link onClick={() => openRecent(stores, list)}>{list.name}</Link>{' '}
            <span className={styles.folder}>{phones.recent.in(list.folder)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const mostShown = 4

function ColumnHelp({ name, what }: { readonly name: string; readonly what: string }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.what}>{what}</dd>
    </>
  )
}
